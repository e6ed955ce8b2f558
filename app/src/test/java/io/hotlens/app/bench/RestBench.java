package io.hotlens.app.bench;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What an idle target is charged while it is connected and nobody looks at it: the processor time
/// of its threads that work for us, as a ratio to the limit. Beside it what our own process used,
/// with its compiler and collector, and which of its threads did.
@Tag("bench")
class RestBench {

    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final Duration WATCHED = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final double LIMIT_PCT = 0.2;

    /// A patient runs with one compiler; what is measured here lives long enough for both.
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    @ParameterizedTest
    @MethodSource("io.hotlens.skills.patient.Jdk#supported")
    void local(Jdk jdk) throws IOException {
        try (Patient patient = Patient.start(Demo.IDLE, jdk, BOTH_COMPILERS)) {
            rest(jdk + " by its id", patient, new JvmAddress.LocalProcess(patient.pid()));
        }
    }

    @ParameterizedTest
    @MethodSource("io.hotlens.skills.patient.Jdk#supported")
    void remote(Jdk jdk) throws IOException {
        var options = new ArrayList<>(List.of(BOTH_COMPILERS));
        Agent agent = Agent.open();
        options.addAll(List.of(agent.jvmOptions()));
        try (Patient patient = Patient.start(Demo.IDLE, jdk, options.toArray(String[]::new))) {
            rest(jdk + " by its URL", patient, agent.address());
        }
    }

    private static void rest(String what, Patient patient, JvmAddress address) throws IOException {
        try (Session session = new SessionFactory().open(address)) {
            session.target();
            pass(SETTLED);
            Map<Long, Double> threads = threadMs();
            double own = cpuMs();
            var ours = new OursInTarget(patient.pid());
            double target = ours.cpuMs();
            long begin = System.nanoTime();
            for (long looks = WATCHED.toSeconds(); looks > 0; looks--) {
                pass(LOOK);
                ours.cpuMs();
            }
            double wall = (System.nanoTime() - begin) / 1e6;
            double charged = (ours.cpuMs() - target) / wall * 100;
            System.out.printf(
                    "at rest, %s: the target's threads that work for us %.3f %% of a processor;"
                            + " ratio to the limit of %.1f %%: %.2f%n",
                    what, charged, LIMIT_PCT, charged / LIMIT_PCT);
            System.out.printf("  our own process %.2f %%%n", (cpuMs() - own) / wall * 100);
            print(threads, wall);
        }
    }

    private static void print(Map<Long, Double> before, double wall) {
        threadMs().entrySet().stream()
                .map(
                        e ->
                                Map.entry(
                                        e.getKey(),
                                        e.getValue() - before.getOrDefault(e.getKey(), 0.0)))
                .filter(e -> e.getValue() > 0.5)
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
                .limit(12)
                .forEach(
                        e ->
                                System.out.printf(
                                        "  %.3f %% %s%n",
                                        e.getValue() / wall * 100, name(e.getKey())));
    }

    private static String name(long id) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(id);
        return info == null ? "ended" : info.getThreadName();
    }

    private static Map<Long, Double> threadMs() {
        var threads = ManagementFactory.getThreadMXBean();
        var used = new HashMap<Long, Double>();
        for (long id : threads.getAllThreadIds()) {
            used.put(id, threads.getThreadCpuTime(id) / 1e6);
        }
        return used;
    }

    private static double cpuMs() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e6;
    }

    private static void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
