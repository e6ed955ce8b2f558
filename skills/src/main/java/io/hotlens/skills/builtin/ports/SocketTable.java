package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.InternetSocket.Endpoint;
import io.hotlens.skills.builtin.ports.InternetSocket.Protocol;
import io.hotlens.skills.builtin.ports.InternetSocket.State;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the tables that Linux prints as `/proc/PID/net/tcp`, `tcp6`, `udp` and `udp6`; rows of
/// another form are left out.
final class SocketTable {

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;
    private static final int INODE = 9;
    private static final int HEX = 16;

    private SocketTable() {}

    static List<InternetSocket> parse(Protocol protocol, String table) {
        return table.lines().skip(1).flatMap(line -> row(protocol, line)).toList();
    }

    private static Stream<InternetSocket> row(Protocol protocol, String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length <= INODE) {
            return Stream.empty();
        }
        try {
            String[] queues = words[QUEUES].split(":", -1);
            return Stream.of(
                    new InternetSocket(
                            protocol,
                            endpoint(words[LOCAL]),
                            endpoint(words[REMOTE]),
                            State.of(Integer.parseInt(words[STATE], HEX)),
                            Long.parseLong(queues[0], HEX),
                            queues.length < 2 ? 0 : Long.parseLong(queues[1], HEX),
                            Long.parseLong(words[INODE])));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    /// @throws IllegalArgumentException when it is not `ADDRESS:PORT` in hexadecimal digits
    private static Endpoint endpoint(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no endpoint: " + text);
        }
        return new Endpoint(
                address(HexFormat.of().parseHex(parts[0]))
                        .orElseThrow(() -> new IllegalArgumentException("no address: " + text)),
                Integer.parseInt(parts[1], HEX));
    }

    /// The kernel prints each word of four bytes in the machine's own order.
    private static Optional<String> address(byte[] printed) {
        if (printed.length % Integer.BYTES != 0) {
            return Optional.empty();
        }
        ByteBuffer words = ByteBuffer.wrap(printed);
        ByteBuffer ordered = ByteBuffer.allocate(printed.length).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            ordered.putInt(words.getInt());
        }
        try {
            return Optional.of(InetAddress.getByAddress(ordered.array()).getHostAddress());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
