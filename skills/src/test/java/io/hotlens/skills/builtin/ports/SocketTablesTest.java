package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.target.ProcessReader;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SocketTablesTest {

    private static final String HEAD = "  sl  local_address rem_address   st ...\n";

    private final Map<String, String> tables = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private final SocketTables found = new SocketTables();
    private final ProcessReader process =
            (ProcessReader)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {ProcessReader.class},
                            (_, method, arguments) -> {
                                assertEquals("text", method.getName());
                                read.add((String) arguments[0]);
                                return Optional.ofNullable(tables.get((String) arguments[0]));
                            });

    private static String row(long inode) {
        return "   0: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  0  0 "
                + inode
                + " 1 0000000000000000\n";
    }

    private List<Long> inodes(Long... open) {
        read.clear();
        return found.of(process, Set.of(open)).stream().map(InternetSocket::inode).toList();
    }

    @Test
    void noTableIsReadOfAProcessWithoutSockets() {
        assertEquals(List.of(), inodes());
        assertEquals(List.of(), read);
    }

    @Test
    void readingEndsWithTheLastSocketFound() {
        tables.put("net/tcp6", HEAD + row(7) + row(8));
        tables.put("net/tcp", HEAD + row(9));
        assertEquals(List.of(7L), inodes(7L));
        assertEquals(List.of("net/tcp6"), read);
        assertEquals(List.of(7L, 9L), inodes(7L, 9L));
        assertEquals(List.of("net/tcp6", "net/tcp"), read);
    }

    @Test
    void whatIsInNoTableIsLookedForNowAndThenOnly() {
        tables.put("net/tcp6", HEAD + row(7));
        inodes(7L, 5L);
        assertEquals(4, read.size(), "all tables, for a socket of another kind");
        for (int look = 1; look < 10; look++) {
            inodes(7L, 5L);
            assertEquals(List.of("net/tcp6"), read);
        }
        tables.put("net/udp6", HEAD + row(5));
        assertEquals(List.of(7L, 5L), inodes(7L, 5L), "it was not bound before");
    }

    @Test
    void aNumberThatIsUsedAgainIsLookedForAgain() {
        inodes(5L);
        assertEquals(List.of(), inodes());
        tables.put("net/tcp", HEAD + row(5));
        assertEquals(List.of(5L), inodes(5L));
    }
}
