package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

@Tag("patient")
class ConnectionDoctorTest {

    private static final long NOBODY = 4_194_303;

    private final ConnectionDoctor doctor = new ConnectionDoctor();

    private static JvmAddress local(long pid) {
        return new JvmAddress.LocalProcess(pid);
    }

    private String refusal(JvmAddress address) {
        long begin = System.nanoTime();
        Diagnosis diagnosis = doctor.diagnose(address);
        long tookMs = (System.nanoTime() - begin) / 1_000_000;
        assertFalse(diagnosis.reachable(), diagnosis.sentence());
        assertTrue(tookMs < 12_000, "it took " + tookMs + " ms");
        Check last = diagnosis.checks().getLast();
        assertFalse(last.ok(), last.toString());
        return diagnosis.sentence();
    }

    @Test
    void processThatDoesNotExistIsNamed() {
        String sentence = refusal(local(NOBODY));
        assertTrue(sentence.contains("no process has the id " + NOBODY), sentence);
    }

    @Test
    void programThatIsNoJvmIsToldApartAndSurvives() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            String sentence = refusal(local(sleep.pid()));
            assertTrue(sentence.contains("(sleep) is not a HotSpot JVM"), sentence);
            assertTrue(sleep.isAlive());
        } finally {
            sleep.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void stoppedJvmIsToldHowToGoOn(int feature) {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(feature))) {
            patient.freeze();
            long begin = System.nanoTime();
            String sentence = refusal(local(patient.pid()));
            assertTrue(System.nanoTime() - begin < 1_000_000_000L, "not instant");
            assertTrue(sentence.contains("kill -CONT " + patient.pid()), sentence);
            patient.thaw();
            assertTrue(doctor.diagnose(local(patient.pid())).reachable());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void switchedOffAttachIsNamed(int feature) {
        try (Patient patient =
                Patient.start(Demo.IDLE, Jdk.find(feature), "-XX:+DisableAttachMechanism")) {
            String sentence = refusal(local(patient.pid()));
            assertTrue(sentence.contains("DisableAttachMechanism"), sentence);
            assertTrue(patient.isAlive());
        }
    }

    @Test
    void switchedOffAttachIsSeenWithoutPerformanceDataToo() {
        try (Patient patient =
                Patient.start(
                        Demo.IDLE,
                        Jdk.find(25),
                        "-XX:+DisableAttachMechanism",
                        "-XX:-UsePerfData")) {
            String sentence = refusal(local(patient.pid()));
            assertTrue(sentence.contains("DisableAttachMechanism"), sentence);
        }
    }

    @Test
    void jvmWithoutPerformanceDataCanBeReached() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), "-XX:-UsePerfData");
                TargetConnection connection = Connector.open(local(patient.pid()))) {
            assertTrue(connection.counters().isEmpty());
            assertTrue(
                    connection
                            .capabilities()
                            .whyMissing(Capability.PERF_COUNTERS)
                            .orElse("")
                            .contains("UsePerfData"));
            assertTrue(
                    new TargetCatalog()
                            .list().stream().anyMatch(one -> one.pid() == patient.pid()));
        }
    }

    @Test
    void healthyJvmIsReachableAndSaysWhatItLacks() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(17))) {
            Diagnosis diagnosis = doctor.diagnose(local(patient.pid()));
            assertTrue(diagnosis.reachable());
            assertTrue(diagnosis.sentence().contains("IdleDemo on JDK 17"), diagnosis.sentence());
            assertTrue(
                    diagnosis.checks().stream()
                            .anyMatch(check -> check.finding().contains("needs JDK 21")));
        }
    }

    @Test
    void ownJvmIsReachable() {
        assertTrue(doctor.diagnose(new JvmAddress.ThisJvm()).reachable());
        assertTrue(doctor.diagnose(local(ProcessHandle.current().pid())).reachable());
    }

    @Test
    void portThatRefusesFailsAtThePortCheck() {
        Diagnosis diagnosis = doctor.diagnose(JvmAddress.JmxUrl.of("127.0.0.1", Agent.freePort()));
        assertEquals("port", diagnosis.checks().getLast().name());
        assertTrue(diagnosis.sentence().contains("nothing listens"), diagnosis.sentence());
    }

    @Test
    void unknownHostFailsAtTheHostCheck() {
        Diagnosis diagnosis = doctor.diagnose(JvmAddress.JmxUrl.of("nosuchhost.invalid", 1099));
        assertEquals("host", diagnosis.checks().getLast().name());
        assertTrue(diagnosis.sentence().contains("nosuchhost.invalid"));
    }

    @Test
    void portThatSpeaksSomethingElseIsToldApart() throws IOException {
        try (var other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerLikeSsh(other));
            String sentence = refusal(JvmAddress.JmxUrl.of("127.0.0.1", other.getLocalPort()));
            assertTrue(sentence.contains("does not speak RMI"), sentence);
        }
    }

    private static void answerLikeSsh(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                try (var visitor = server.accept()) {
                    visitor.getOutputStream()
                            .write(
                                    "SSH-2.0-test\r\n"
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    visitor.getInputStream().read();
                }
            }
        } catch (IOException _) {
            // The test closed it.
        }
    }
}
