package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Tag("patient")
class LossTest {

    private static final Duration THREE = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String MEMORY = "java.lang:type=Memory";

    static Stream<Jdk> jdks() {
        return Jdk.supported().stream();
    }

    private static boolean isLost(TargetConnection connection) {
        return connection.state() instanceof ConnectionState.Lost;
    }

    private static void freezeAndThaw(Patient patient, TargetConnection connection)
            throws Exception {
        var states = new CopyOnWriteArrayList<ConnectionState>();
        connection.listen(
                event -> {
                    if (event instanceof TargetEvent.StateChanged changed) {
                        states.add(changed.state());
                    }
                });
        patient.freeze();
        var blocked =
                new FutureTask<>(
                        () ->
                                assertThrows(
                                        TargetException.class,
                                        () -> connection.beans().get(MEMORY, "HeapMemoryUsage")));
        Thread.ofVirtual().start(blocked);
        Eventually.within(THREE, "LOST", () -> isLost(connection));
        blocked.get(1, TimeUnit.SECONDS);
        var refused =
                assertThrows(
                        TargetException.Gone.class, () -> connection.beans().find("java.lang:*"));
        assertTrue(String.valueOf(refused.getMessage()).contains("keeps trying"));
        patient.thaw();
        Eventually.within(THREE, "CONNECTED", () -> connection.state().isConnected());
        assertTrue(connection.beans().get(MEMORY, "HeapMemoryUsage").toString().contains("used"));
        Eventually.within(THREE, "both changes told", () -> states.size() == 2);
        assertInstanceOf(ConnectionState.Lost.class, states.getFirst());
        assertInstanceOf(ConnectionState.Connected.class, states.getLast());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void frozenLocalTargetIsLostWithinThreeSecondsAndBackWithinThree(Jdk jdk) throws Exception {
        try (Patient patient = Patient.start(Demo.IDLE, jdk);
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            freezeAndThaw(patient, connection);
            freezeAndThaw(patient, connection);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void frozenRemoteTargetIsLostWithinThreeSecondsAndBackWithinThree(Jdk jdk) throws Exception {
        Agent agent = Agent.open();
        try (Patient patient = Patient.start(Demo.IDLE, jdk, agent.jvmOptions());
                TargetConnection connection = Connector.open(agent.address())) {
            freezeAndThaw(patient, connection);
        }
    }

    @Test
    void killedLocalTargetIsOver() {
        Patient patient = Patient.start(Demo.IDLE, Jdk.find(25));
        try (TargetConnection connection =
                Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            patient.close();
            Eventually.within(
                    THREE, "ENDED", () -> connection.state() instanceof ConnectionState.Ended);
            var gone =
                    assertThrows(TargetException.Gone.class, () -> connection.threads().samples());
            assertTrue(
                    String.valueOf(gone.getMessage()).contains("process " + patient.pid()),
                    gone.getMessage());
        } finally {
            patient.close();
        }
    }

    @Test
    void targetRestartedOnTheSamePortIsNotTakenForTheOldOne() {
        Agent agent = Agent.open();
        TargetConnection connection;
        try (Patient first = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
            connection = Connector.open(agent.address());
            assertEquals(first.pid(), connection.info().pid().orElseThrow());
        }
        try {
            Eventually.within(THREE, "LOST", () -> isLost(connection));
            try (Patient second = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
                assertTrue(second.isAlive());
                Eventually.within(
                        Duration.ofSeconds(10),
                        "ENDED",
                        () -> connection.state() instanceof ConnectionState.Ended);
                assertTrue(connection.state().toString().contains("restarted"));
            }
        } finally {
            connection.close();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void closingAFrozenTargetTakesNoTimeAndLeavesNoThreads(Jdk jdk) {
        Agent agent = Agent.open();
        try (Patient patient = Patient.start(Demo.CONTENTION, jdk, agent.jvmOptions())) {
            TargetConnection connection = Connector.open(agent.address());
            connection.events().subscribe(List.of(EventFeed.EventWish.of("jdk.CPULoad")), _ -> {});
            Eventually.within(LONG, "a stream", () -> !ourThreads().isEmpty());
            patient.freeze();
            long begin = System.nanoTime();
            connection.close();
            long tookMs = (System.nanoTime() - begin) / 1_000_000;
            assertTrue(tookMs < 50, "close took " + tookMs + " ms");
            assertInstanceOf(ConnectionState.Ended.class, connection.state());
            Eventually.within(LONG, "no thread left", () -> ourThreads().isEmpty());
            patient.thaw();
        }
    }

    /// Platform threads that serve connections: the flight recorder's and JMX's.
    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(
                        name ->
                                name.startsWith("JFR Event Stream")
                                        || name.startsWith("JFR: ")
                                        || name.startsWith("ClientNotifForwarder")
                                        || name.startsWith("hotlens-attach"))
                .toList();
    }
}
