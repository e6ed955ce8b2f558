package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.InternetSocket.Endpoint;
import io.hotlens.skills.builtin.ports.InternetSocket.Protocol;
import io.hotlens.skills.builtin.ports.InternetSocket.State;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
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

    /// The sockets of these inodes; the table holds those of the whole host.
    static List<InternetSocket> parse(Protocol protocol, String table, Set<Long> inodes) {
        return table.lines().skip(1).flatMap(line -> row(protocol, line, inodes)).toList();
    }

    private static Stream<InternetSocket> row(Protocol protocol, String line, Set<Long> inodes) {
        String[] words = words(line);
        try {
            long inode = Long.parseLong(words[INODE]);
            if (!inodes.contains(inode)) {
                return Stream.empty();
            }
            String[] queues = words[QUEUES].split(":", -1);
            return Stream.of(
                    new InternetSocket(
                            protocol,
                            endpoint(words[LOCAL]),
                            endpoint(words[REMOTE]),
                            State.of(Integer.parseInt(words[STATE], HEX)),
                            Long.parseLong(queues[0], HEX),
                            queues.length < 2 ? 0 : Long.parseLong(queues[1], HEX),
                            inode));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    /// The words up to the inode; those that are missing are empty.
    private static String[] words(String line) {
        var words = new String[INODE + 1];
        Arrays.fill(words, "");
        var all = new StringTokenizer(line);
        for (int i = 0; i < words.length && all.hasMoreTokens(); i++) {
            words[i] = all.nextToken();
        }
        return words;
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
