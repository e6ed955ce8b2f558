package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Tag("patient")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalConnectionTest {

    /// A JVM in a deadlock, and a connection to it.
    record Case(Jdk jdk, Patient patient, TargetConnection connection) {
        static Case of(Jdk jdk) {
            Patient patient = Patient.start(Demo.DEADLOCK, jdk, "-Dapp.password=hush");
            return new Case(
                    jdk, patient, Connector.open(new JvmAddress.LocalProcess(patient.pid())));
        }

        /// Not called close: JUnit would close the case after its first test.
        void end() {
            connection.close();
            patient.close();
        }

        @Override
        public String toString() {
            return jdk.toString();
        }
    }

    private List<Case> all = List.of();

    @BeforeAll
    void start() {
        all = Jdk.supported().stream().map(Case::of).toList();
    }

    @AfterAll
    void stop() {
        all.forEach(Case::end);
    }

    Stream<Case> cases() {
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void catalogListsTheTargetWithoutAttaching(Case it) {
        JvmProcess found =
                new TargetCatalog()
                        .list().stream()
                                .filter(one -> one.pid() == it.patient().pid())
                                .findFirst()
                                .orElseThrow();
        assertEquals("io.hotlens.skills.demo.DeadlockDemo", found.mainClass());
        assertEquals("DeadlockDemo", found.name());
        assertTrue(found.version().startsWith(it.jdk().feature() + "."), found.version());
        assertEquals(System.getProperty("user.name"), found.user());
        assertEquals("", found.attachable());
        assertFalse(found.self());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void infoIsTrue(Case it) {
        TargetInfo info = it.connection().info();
        assertEquals(it.patient().pid(), info.pid().orElseThrow());
        assertEquals("DeadlockDemo", info.name());
        assertEquals(it.jdk().feature(), info.feature());
        assertEquals(Runtime.getRuntime().availableProcessors(), info.processors());
        assertTrue(info.sameHost());
        long apartMs =
                Math.abs(
                        ProcessHandle.of(it.patient().pid())
                                        .orElseThrow()
                                        .info()
                                        .startInstant()
                                        .orElseThrow()
                                        .toEpochMilli()
                                - info.startedAt().toEpochMilli());
        assertTrue(apartMs < 5_000, "the start is " + apartMs + " ms off");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countersAgreeWithJmx(Case it) {
        PerfCounters counters = it.connection().counters().orElseThrow();
        long live = counters.number("java.threads.live").orElseThrow();
        Data count = it.connection().beans().get("java.lang:type=Threading", "ThreadCount");
        assertEquals(Data.of(live), count);
        assertTrue(counters.all().size() > 100);
        assertTrue(counters.millis("sun.rt.safepointTime").isPresent());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void optionsOfTheTargetAreReadWithoutTheirSecrets(Case it) {
        String arguments =
                it.connection().beans().get("java.lang:type=Runtime", "InputArguments").toString();
        assertTrue(arguments.contains("-Dapp.password=***"), arguments);
        Map<String, Data> several =
                it.connection()
                        .beans()
                        .get("java.lang:type=Runtime", List.of("Name", "NoSuchAttribute"));
        assertEquals(Set.of("Name"), several.keySet());
        assertThrows(
                TargetException.Unsupported.class,
                () -> it.connection().beans().get("java.lang:type=Runtime", "NoSuchAttribute"));
        assertThrows(
                TargetException.Unsupported.class,
                () -> it.connection().beans().get("no.such:type=Bean", "X"));
        assertTrue(it.connection().beans().find("java.lang:type=MemoryPool,*").size() > 3);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dumpShowsTheDeadlockByThreadIdAndLock(Case it) {
        ThreadDump dump = it.connection().threads().dump();
        assertEquals(1, dump.deadlocks().size());
        Set<Long> reported = new TreeSet<>(dump.deadlocks().getFirst());
        assertEquals(new TreeSet<>(it.connection().threads().deadlocked()), reported);
        List<ThreadDump.Stack> stuck =
                dump.threads().stream().filter(one -> reported.contains(one.id())).toList();
        assertEquals(2, stuck.size());
        for (int i = 0; i < 2; i++) {
            ThreadDump.Stack one = stuck.get(i);
            ThreadDump.Stack other = stuck.get(1 - i);
            assertEquals("BLOCKED", one.state());
            assertTrue(other.holds().contains(one.waitingFor().orElseThrow()));
            assertTrue(one.frames().stream().anyMatch(f -> f.method().contains("DeadlockDemo")));
            assertTrue(one.elapsedS() > 0 && one.cpuMs() >= 0);
        }
        assertTrue(dump.threads().stream().anyMatch(t -> t.id() < 0), "no thread of the JVM");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void samplesCoverTheThreadsOfTheDump(Case it) {
        List<ThreadSample> samples = it.connection().threads().samples();
        Set<String> names = samples.stream().map(ThreadSample::name).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("main", "Finalizer", "Reference Handler")), "" + names);
        ThreadSample main =
                samples.stream().filter(one -> one.name().equals("main")).findFirst().orElseThrow();
        assertTrue(main.cpuMs() > 1 && main.cpuMs() < 60_000, main.toString());
        assertTrue(main.allocatedMb() > 0, main.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void commandsThatLookRunAndOthersAreRefused(Case it) {
        DiagnosticCommands commands = it.connection().commands();
        assertTrue(commands.names().containsAll(Set.of("Thread.print", "GC.heap_info")));
        assertFalse(commands.names().contains("GC.run"));
        assertTrue(commands.run("GC.class_histogram", "-all").contains("java.lang.String"));
        assertTrue(commands.run("VM.version").contains("" + it.jdk().feature()));
        for (String refused : List.of("GC.run", "GC.heap_dump", "VM.set_flag", "JFR.stop")) {
            assertThrows(TargetException.Unsupported.class, () -> commands.run(refused));
        }
        assertThrows(TargetException.Unsupported.class, () -> commands.run("GC.class_histogram"));
        assertThrows(TargetException.Unsupported.class, () -> commands.run("VM.flags", "x y"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void capabilitiesSayWhatTheReleaseLacks(Case it) {
        Capabilities capabilities = it.connection().capabilities();
        boolean new25 = it.jdk().feature() >= 25;
        assertEquals(new25, capabilities.has(Capability.THREAD_DUMP_JSON));
        assertEquals(new25, capabilities.has(Capability.METHOD_TRACE));
        assertEquals(new25, capabilities.has(Capability.VIRTUAL_THREAD_SCHEDULER));
        assertTrue(capabilities.has(Capability.EVENT_STREAM));
        assertTrue(
                capabilities
                        .whyMissing(Capability.NATIVE_MEMORY_TRACKING)
                        .orElse("")
                        .contains("-XX:NativeMemoryTracking=summary"));
        if (new25) {
            List<ThreadContainer> containers = it.connection().threads().containers();
            assertTrue(
                    containers.stream()
                            .flatMap(one -> one.threads().stream())
                            .anyMatch(one -> one.name().equals("main") && !one.virtual()));
        } else {
            var old =
                    assertThrows(
                            TargetException.Unsupported.class,
                            () -> it.connection().threads().containers());
            assertEquals("needs JDK 21, the target runs 17", old.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void costGrowsWithTheCalls(Case it) {
        ConnectionCost before = it.connection().cost();
        it.connection().threads().dump();
        ConnectionCost after = it.connection().cost();
        assertTrue(after.calls() > before.calls());
        assertTrue(after.pauses().compareTo(before.pauses()) > 0);
    }
}
