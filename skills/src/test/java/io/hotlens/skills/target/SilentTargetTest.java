package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.ProcessReader.NativeThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A JVM in which one thread reaches no safepoint: it answers neither commands nor JMX.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class SilentTargetTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /// It is asked first whether it streams its answers.
    private static final int UNTIL_ITS_COMMANDS_ARE_KNOWN = 2;

    static Stream<Jdk> jdks() {
        return Jdk.supported().stream();
    }

    private static boolean isSilent(TargetConnection connection) {
        return connection.silence().isPresent();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void itsCountersAndNativeThreadsAreReadAllTheSameAndOnceItAnswersItIsSilentNoLonger(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.HUNG, jdk, "-Dhung.seconds=12");
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            assertTrue(isSilent(connection), "it answered at once");
            assertReadable(connection);

            Eventually.within(LONG.multipliedBy(2), "answer", () -> !isSilent(connection));
            assertTrue(connection.state().isConnected());
            Eventually.within(LONG, "a new connection", () -> opensAndAnswers(patient));
        }
    }

    @Test
    void oneThatFallsSilentWhileItIsConnectedToIsReadToo() throws IOException {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25));
                var _ = new FallingSilent(patient.pid(), UNTIL_ITS_COMMANDS_ARE_KNOWN);
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            assertTrue(isSilent(connection), "it answered");
            assertTrue(connection.counters().orElseThrow().number("java.threads.live").isPresent());
        }
    }

    private static void assertReadable(TargetConnection connection) {
        PerfCounters counters = connection.counters().orElseThrow();
        assertTrue(counters.number("java.threads.live").orElseThrow() >= 3);
        List<NativeThread> threads = connection.process().orElseThrow().nativeThreads();
        assertTrue(
                threads.stream().anyMatch(one -> one.name().equals("integration")),
                threads::toString);
        assertThrows(
                TargetException.class,
                () -> connection.beans().get("java.lang:type=Memory", "HeapMemoryUsage"));
        assertFalse(connection.info().version().isBlank());
    }

    private static boolean opensAndAnswers(Patient patient) {
        try (var connection = Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            return !isSilent(connection);
        } catch (TargetException e) {
            return false;
        }
    }
}
