package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("patient")
class RemoteConnectionTest {

    private static final JvmAddress.Credentials LOOKER =
            new JvmAddress.Credentials("looker", "secret");
    private static final JvmAddress.Credentials DOER = new JvmAddress.Credentials("doer", "secret");

    @TempDir Path folder;

    private static String failure(JvmAddress address) {
        return String.valueOf(
                assertThrows(TargetException.class, () -> Connector.open(address).close())
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void passwordsDecideWhatAUserMayDo(int feature) throws IOException {
        Agent agent = Agent.withUsers(folder);
        try (Patient patient =
                Patient.start(Demo.DEADLOCK, Jdk.find(feature), agent.jvmOptions())) {
            assertTrue(failure(agent.address()).contains("wants a user and a password"));
            String wrong =
                    failure(agent.address().with(new JvmAddress.Credentials("doer", "guess")));
            assertTrue(wrong.contains("refuses this user or password"), wrong);
            assertFalse(wrong.contains("guess"));
            try (TargetConnection all = Connector.open(agent.address().with(DOER))) {
                assertEquals(patient.pid(), all.info().pid().orElseThrow());
                assertEquals(feature, all.info().feature());
                assertEquals(2, all.threads().deadlocked().size());
                assertEquals(1, all.threads().dump().deadlocks().size());
                assertTrue(all.commands().run("VM.uptime").contains(" s"));
            }
            try (TargetConnection looking = Connector.open(agent.address().with(LOOKER))) {
                assertReadOnly(looking);
            }
        }
    }

    private static void assertReadOnly(TargetConnection looking) {
        assertTrue(looking.beans().get("java.lang:type=Memory", "HeapMemoryUsage") != null);
        assertTrue(looking.capabilities().has(Capability.JMX_READ));
        for (Capability missing :
                List.of(
                        Capability.JMX_INVOKE,
                        Capability.DIAGNOSTIC_COMMANDS,
                        Capability.THREAD_DUMP,
                        Capability.THREAD_SAMPLES,
                        Capability.EVENT_STREAM)) {
            String why = looking.capabilities().whyMissing(missing).orElse("");
            assertTrue(why.contains("may only read attributes"), missing + ": " + why);
        }
        assertThrows(TargetException.Unsupported.class, () -> looking.threads().samples());
        var denied =
                assertThrows(TargetException.Denied.class, () -> looking.threads().deadlocked());
        assertTrue(String.valueOf(denied.getMessage()).contains("readwrite"));
    }

    @Test
    void readOnlyUserStillHearsOfCollections() throws IOException {
        Agent agent = Agent.withUsers(folder);
        try (Patient patient = Patient.start(Demo.EXPLICIT_GC, Jdk.find(25), agent.jvmOptions());
                TargetConnection looking = Connector.open(agent.address().with(LOOKER))) {
            assertTrue(patient.isAlive());
            var collections = new CopyOnWriteArrayList<TargetEvent>();
            looking.listen(collections::add);
            Eventually.within(Duration.ofSeconds(10), "GC", () -> !collections.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void stubThatNamesAnUnknownHostIsReachedByTheHostTheUserTyped(int feature) {
        Agent agent = Agent.open().and("-Djava.rmi.server.hostname=nosuchhost.invalid");
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(feature), agent.jvmOptions());
                TargetConnection connection = Connector.open(agent.address())) {
            assertEquals(patient.pid(), connection.info().pid().orElseThrow());
        }
    }

    @Test
    void stubThatNamesAnotherHostIsFollowedOnlyWhenAllowed() throws IOException {
        Agent agent =
                Agent.open()
                        .and(
                                "-Djava.rmi.server.hostname=127.0.0.2",
                                "-Dcom.sun.management.jmxremote.host=127.0.0.1");
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
            assertAnotherHostIsVisited(agent.address().followingRedirects());
            try (TargetConnection connection = Connector.open(agent.address())) {
                assertEquals(patient.pid(), connection.info().pid().orElseThrow());
            }
        }
    }

    private static void assertAnotherHostIsVisited(JvmAddress.JmxUrl address) throws IOException {
        var visitors = new AtomicInteger();
        try (var other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.2", address.port()));
            Thread.ofVirtual().start(() -> countVisitors(other, visitors));
            String sentence = failure(address);
            assertTrue(visitors.get() > 0, sentence);
        }
    }

    private static void countVisitors(ServerSocket server, AtomicInteger visitors) {
        try {
            while (!server.isClosed()) {
                server.accept().close();
                visitors.incrementAndGet();
            }
        } catch (IOException _) {
            // The test closed it.
        }
    }

    @Test
    void stubThatLeadsNowhereIsNamedInTheSentence() {
        Agent agent = Agent.open().and("-Djava.rmi.server.hostname=elsewhere.invalid");
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions())) {
            assertTrue(patient.isAlive());
            String sentence = failure(agent.address().followingRedirects());
            assertTrue(sentence.contains("elsewhere.invalid"), sentence);
        }
    }

    @Test
    void refusedPortSaysHowToOpenIt() {
        int port = Agent.freePort();
        String sentence = failure(JvmAddress.JmxUrl.of("127.0.0.1", port));
        assertTrue(sentence.contains("jmxremote.port=" + port), sentence);
    }

    @Test
    void unknownHostIsNamed() {
        String sentence = failure(JvmAddress.JmxUrl.of("nosuchhost.invalid", 1099));
        assertTrue(sentence.contains("no host is called nosuchhost.invalid"), sentence);
    }

    @Test
    void peerThatAcceptsAndStaysSilentIsGivenUpInTime() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();
            String sentence = failure(JvmAddress.JmxUrl.of("127.0.0.1", silent.getLocalPort()));
            assertTrue(System.nanoTime() - begin < 12_000_000_000L);
            assertTrue(sentence.contains("stays silent") || sentence.contains("in time"), sentence);
        }
    }

    @Test
    void peerThatDoesNotEvenAcceptIsGivenUpInTime() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<AutoCloseable> waiting = FullBacklog.fill(full.getLocalPort());
            long begin = System.nanoTime();
            String sentence = failure(JvmAddress.JmxUrl.of("127.0.0.1", full.getLocalPort()));
            assertTrue(System.nanoTime() - begin < 6_000_000_000L);
            assertTrue(sentence.contains("did not answer in time"), sentence);
            FullBacklog.drain(waiting);
        }
    }

    @Test
    void wrongConnectorNameListsTheNamesThereAre() {
        Agent agent = Agent.open();
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(17), agent.jvmOptions())) {
            assertTrue(patient.isAlive());
            String sentence =
                    failure(
                            JmxUrls.parse(
                                    "service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/other"
                                            .formatted(agent.port())));
            assertTrue(sentence.contains("'other'") && sentence.contains("jmxrmi"), sentence);
        }
    }
}
