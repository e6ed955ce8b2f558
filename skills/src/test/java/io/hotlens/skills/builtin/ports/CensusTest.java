package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ports.Census.Group;
import io.hotlens.skills.builtin.ports.Descriptor.Kind;
import io.hotlens.skills.builtin.ports.InternetSocket.Endpoint;
import io.hotlens.skills.builtin.ports.InternetSocket.Protocol;
import io.hotlens.skills.builtin.ports.InternetSocket.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

class CensusTest {

    private static InternetSocket tcp(int local, int remote, State state, long inode) {
        return new InternetSocket(
                Protocol.TCP,
                new Endpoint("10.0.0.1", local),
                new Endpoint("10.0.0.2", remote),
                state,
                0,
                0,
                inode);
    }

    private static Census census(List<String> links, List<InternetSocket> tables) {
        var descriptors = new java.util.ArrayList<Descriptor>();
        links.forEach(link -> descriptors.add(Descriptor.of(descriptors.size(), link)));
        return Census.of(Instant.EPOCH, descriptors, tables);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /data/part-1.csv, FILE
                    /tmp/x (deleted), DELETED_FILE
                    /dev/null, DEVICE
                    pipe:[12], PIPE
                    anon_inode:[eventpoll], KERNEL
                    socket:[12], SOCKET
                    socket:[x], KERNEL
                    '', KERNEL
                    """)
    void kindsAreToldByWhatTheLinkSays(String link, Kind kind) {
        assertEquals(kind, Descriptor.of(3, link).kind());
    }

    @Test
    void filesWhoseNamesDifferOnlyInNumbersCountTogether() {
        Census census = census(List.of("/data2/part-1.csv", "/data2/part-22.csv"), List.of());
        assertEquals(
                java.util.Map.of(new Group(Kind.FILE, "/data2/part-*.csv"), 2), census.groups());
    }

    @Test
    void socketsCountByWhomTheyLeadTo() {
        Census census =
                census(
                        List.of("socket:[1]", "socket:[2]", "socket:[3]", "socket:[4]"),
                        List.of(
                                tcp(8080, 0, State.LISTEN, 1),
                                tcp(8080, 50_000, State.ESTABLISHED, 2),
                                tcp(40_000, 5432, State.CLOSE_WAIT, 3)));
        assertEquals(
                java.util.Map.of(
                        new Group(Kind.SOCKET, "listening on 10.0.0.1:8080"), 1,
                        new Group(Kind.SOCKET, "accepted on :8080"), 1,
                        new Group(Kind.SOCKET, "to 10.0.0.2:5432"), 1,
                        new Group(Kind.SOCKET, "not connected"), 1),
                census.groups());
        assertEquals(1, census.listening());
        assertEquals(4, census.count(Kind.SOCKET));
    }

    @Test
    void socketsOfOtherProcessesAreLeftOut() {
        Census census = census(List.of("socket:[1]"), List.of(tcp(1, 2, State.ESTABLISHED, 99)));
        assertTrue(census.sockets().isEmpty());
    }

    @Test
    void anInodeIsReadOnlyFromASocket() {
        assertEquals(OptionalLong.of(7), Descriptor.of(1, "socket:[7]").inode());
        assertEquals(OptionalLong.empty(), Descriptor.of(1, "pipe:[7]").inode());
    }
}
