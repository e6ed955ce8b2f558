package io.hotlens.skills.builtin.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.events.Moment.Kind;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MomentTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static TargetEvent.Recorded event(String type, long ms, Map<String, Data> fields) {
        return new TargetEvent.Recorded(
                NOON, type, Duration.ofMillis(ms), "worker", fields, List.of("a.B.c:1"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    jdk.SafepointBegin,60,SAFEPOINT
                    jdk.SafepointBegin,40,
                    jdk.ExecuteVMOperation,51,SAFEPOINT
                    jdk.VirtualThreadPinned,20,PINNED
                    jdk.VirtualThreadPinned,19,
                    jdk.JavaMonitorEnter,100,BLOCKED
                    jdk.SocketRead,99,
                    jdk.FileForce,300,BLOCKED
                    jdk.CPULoad,9000,
                    """)
    void onlyWhatIsLongEnoughIsAMoment(String type, long ms, Kind expected) {
        assertEquals(
                Optional.ofNullable(expected),
                Moment.of(event(type, ms, Map.of())).map(Moment::kind));
    }

    @Test
    void whatAToolAskedForIsNotTheApplicationsOwnStop() {
        for (String caller : List.of("RMI TCP Connection(3)-10.0.0.1", "Attach Listener")) {
            Data thread = Data.fields().put("name", caller).put("id", 7).build();
            assertEquals(
                    Optional.empty(),
                    Moment.of(
                            event(
                                    "jdk.ExecuteVMOperation",
                                    500,
                                    Map.of(
                                            "caller",
                                            thread,
                                            "operation",
                                            Data.of("PrintThreads")))));
        }
        Data own = Data.fields().put("name", "health-check").put("id", 7).build();
        Moment stop =
                Moment.of(
                                event(
                                        "jdk.ExecuteVMOperation",
                                        500,
                                        Map.of("caller", own, "operation", Data.of("ThreadDump"))))
                        .orElseThrow();
        assertEquals("ThreadDump", stop.what());
        assertEquals("", stop.thread(), "everybody stood still");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1048575,false
                    1048576,true
                    """)
    void anObjectIsLargeFromOneMegabyteOn(double bytes, boolean large) {
        Optional<Moment> one =
                Moment.of(
                        event(
                                "jdk.ObjectAllocationOutsideTLAB",
                                0,
                                Map.of(
                                        "allocationSize",
                                        Data.of(bytes),
                                        "objectClass",
                                        Data.of("[B"))));
        assertEquals(large, one.isPresent());
        one.ifPresent(moment -> assertEquals(1.0, moment.amount()));
    }

    @Test
    void aSocketIsNamedByHostAndPortElseByAddress() {
        assertEquals(
                "SocketRead db:5432",
                Moment.of(
                                event(
                                        "jdk.SocketRead",
                                        700,
                                        Map.of("host", Data.of("db"), "port", Data.of(5432))))
                        .orElseThrow()
                        .what());
        assertEquals(
                "SocketRead 10.0.0.7:80",
                Moment.of(
                                event(
                                        "jdk.SocketRead",
                                        700,
                                        Map.of(
                                                "host",
                                                Data.of(""),
                                                "address",
                                                Data.of("10.0.0.7"),
                                                "port",
                                                Data.of(80))))
                        .orElseThrow()
                        .what());
    }

    @Test
    void anEventWithoutItsFieldsIsStillAMoment() {
        Moment pinned = Moment.of(event("jdk.VirtualThreadPinned", 50, Map.of())).orElseThrow();
        assertEquals("", pinned.what());
        assertTrue(
                Moment.of(event("jdk.ObjectAllocationOutsideTLAB", 0, Map.of())).isEmpty(),
                "no size, so not large");
    }
}
