package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.InternetSocket.State;
import io.hotlens.skills.data.Data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Tells internet sockets, one by one and by whom they lead to.
final class SocketAnswers {

    private SocketAnswers() {}

    static Data socket(Census census, InternetSocket socket) {
        return Data.fields()
                .put("protocol", socket.protocol().word())
                .put("state", socket.state().word())
                .put("local_address", socket.local().toString())
                .put("remote_address", socket.remote().toString())
                .put("party", census.party(socket))
                .put("send_queue", socket.sendQueue())
                .put("receive_queue", socket.receiveQueue())
                .build();
    }

    /// How many sockets lead to each party, most first, ten at most.
    static List<Data> parties(Census census) {
        return census.sockets().values().stream()
                .collect(Collectors.groupingBy(census::party))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
                .limit(10)
                .map(
                        one ->
                                (Data)
                                        Data.fields()
                                                .put("party", one.getKey())
                                                .put("sockets", one.getValue().size())
                                                .put(
                                                        "close_wait",
                                                        one.getValue().stream()
                                                                .filter(SocketAnswers::forgotten)
                                                                .count())
                                                .build())
                .toList();
    }

    private static boolean forgotten(InternetSocket socket) {
        return socket.state() == State.CLOSE_WAIT;
    }
}
