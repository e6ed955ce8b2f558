package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.builtin.ports.InternetSocket.Endpoint;
import io.hotlens.skills.builtin.ports.InternetSocket.Protocol;
import io.hotlens.skills.builtin.ports.InternetSocket.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

class SocketTableTest {

    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

    private static final Set<Long> OURS =
            LongStream.range(0, 10_000).boxed().collect(Collectors.toSet());

    private static String row(String local, String remote, String state, long inode) {
        return "   0: %s %s %s 00000010:00000003 00:00000000 00000000     0        0 %d 1 ffff 100 0"
                .formatted(local, remote, state, inode);
    }

    private static List<InternetSocket> parse(String table) {
        return SocketTable.parse(Protocol.TCP, table, OURS);
    }

    private static InternetSocket only(String row) {
        List<InternetSocket> all = parse(HEADER + row + "\n");
        assertEquals(1, all.size(), row);
        return all.getFirst();
    }

    @Test
    void aRowTellsBothEndsStateQueuesAndInode() {
        InternetSocket socket = only(row("0100007F:1F90", "0200007F:C350", "01", 4711));
        assertEquals(new Endpoint("127.0.0.1", 8080), socket.local());
        assertEquals(new Endpoint("127.0.0.2", 50_000), socket.remote());
        assertEquals(State.ESTABLISHED, socket.state());
        assertEquals(16, socket.sendQueue());
        assertEquals(3, socket.receiveQueue());
        assertEquals(4711, socket.inode());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    01, ESTABLISHED
                    06, TIME_WAIT
                    08, CLOSE_WAIT
                    0A, LISTEN
                    0C, NEW_SYN_RECV
                    0D, UNKNOWN
                    FF, UNKNOWN
                    00, UNKNOWN
                    """)
    void statesAreTheKernelsNumbers(String number, State state) {
        assertEquals(state, only(row("0100007F:1F90", "00000000:0000", number, 1)).state());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00000000000000000000000001000000, 0:0:0:0:0:0:0:1
                    0000000000000000FFFF00000100007F, 127.0.0.1
                    B80D0120000000000000000001000000, 2001:db8:0:0:0:0:0:1
                    """)
    void longAddressesAreFourWordsEachTurnedRound(String printed, String address) {
        assertEquals(
                address,
                only(row(printed + ":0050", printed + ":0051", "01", 1)).local().address());
    }

    @Test
    void anAddressWithColonsIsPrintedInBrackets() {
        assertEquals("[0:0:0:0:0:0:0:1]:80", new Endpoint("0:0:0:0:0:0:0:1", 80).toString());
        assertEquals("10.0.0.1:80", new Endpoint("10.0.0.1", 80).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   0:",
                "   0: 0100007F:1F90 0200007F:C350 01 00000000:00000000 00:00000000",
                "   0: 0100007F 0200007F:C350 01 0:0 0:0 0 0 0 12 1",
                "   0: 01007F:1F90 0200007F:C350 01 0:0 0:0 0 0 0 12 1",
                "   0: ZZ00007F:1F90 0200007F:C350 01 0:0 0:0 0 0 0 12 1",
                "   0: 0100007F:1F90 0200007F:C350 xx 0:0 0:0 0 0 0 12 1",
                "   0: 0100007F:1F90 0200007F:C350 01 0:0 0:0 0 0 0 99999999999999999999 1"
            })
    void rowsOfAnotherFormAreLeftOut(String row) {
        assertEquals(List.of(), parse(HEADER + row));
        String next = row("0100007F:1F90", "00000000:0000", "0A", 1);
        assertEquals(1, parse(HEADER + row + "\n" + next).size());
    }

    @Test
    void socketsOfOtherProcessesAreLeftOut() {
        String foreign = row("0100007F:1F90", "00000000:0000", "0A", 10_000);
        String own = row("0100007F:1F91", "00000000:0000", "0A", 9_999);
        List<InternetSocket> found = parse(HEADER + foreign + "\n" + own);
        assertEquals(List.of(9_999L), found.stream().map(InternetSocket::inode).toList());
    }

    @Test
    void tenThousandRowsAreRead() {
        var table = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            table.append(row("0100007F:1F90", "0200007F:C350", "01", i)).append('\n');
        }
        assertEquals(10_000, parse(table.toString()).size());
    }
}
