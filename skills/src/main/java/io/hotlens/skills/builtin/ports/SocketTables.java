package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.InternetSocket.Protocol;
import io.hotlens.skills.target.ProcessReader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the internet sockets of one process. The kernel walks through the connections of the whole
/// host for each table, so no more tables are read than it takes to find them all.
final class SocketTables {

    /// Sockets of other kinds are in no table; neither is one that is not connected yet, so they
    /// are all looked for again at each so many looks.
    private static final int LOOK_FOR_ALL = 10;

    /// One table; those that a JVM's sockets are usually in come first.
    private record Table(Protocol protocol, String file) {}

    private static final List<Table> TABLES =
            List.of(
                    new Table(Protocol.TCP, "net/tcp6"),
                    new Table(Protocol.TCP, "net/tcp"),
                    new Table(Protocol.UDP, "net/udp6"),
                    new Table(Protocol.UDP, "net/udp"));

    private final Set<Long> inNoTable = new HashSet<>();
    private int looks;

    /// @param inodes of the sockets that the process has open
    synchronized List<InternetSocket> of(ProcessReader process, Set<Long> inodes) {
        if (looks++ % LOOK_FOR_ALL == 0) {
            inNoTable.clear();
        }
        var missing = new HashSet<>(inodes);
        missing.removeAll(inNoTable);
        var found = new ArrayList<InternetSocket>();
        for (Table table : TABLES) {
            if (missing.isEmpty()) {
                break;
            }
            String text = process.text(table.file()).orElse("");
            for (InternetSocket socket : SocketTable.parse(table.protocol(), text, inodes)) {
                found.add(socket);
                missing.remove(socket.inode());
            }
        }
        inNoTable.retainAll(inodes);
        inNoTable.addAll(missing);
        return found;
    }
}
