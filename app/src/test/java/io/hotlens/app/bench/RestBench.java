package io.hotlens.app.bench;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What we use of a processor while one idle target is connected and nobody asks anything: the
/// whole process, with its compiler and collector, and which threads used it. Prints the ratio to
/// the limit.
@Tag("bench")
class RestBench {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofSeconds(60);
    private static final double LIMIT_PCT = 0.2;

    @Test
    void oneIdleTarget() {
        double alone = measure("nobody connected", WATCHED);
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25));
                Session session =
                        new SessionFactory().open(new JvmAddress.LocalProcess(patient.pid()))) {
            session.target();
            pass(WARM_UP);
            double used = measure("one idle target", WATCHED);
            System.out.printf(
                    "at rest with one idle target: %.2f %% of a core (%.2f %% without);"
                            + " ratio to the limit of %.1f %%: %.2f%n",
                    used, alone, LIMIT_PCT, used / LIMIT_PCT);
        }
    }

    private static double measure(String what, Duration time) {
        Map<Long, Double> before = threadMs();
        double cpu = cpuMs();
        long begin = System.nanoTime();
        pass(time);
        double wall = (System.nanoTime() - begin) / 1e6;
        double used = (cpuMs() - cpu) / wall * 100;
        System.out.printf("%s: process %.2f %% of a core%n", what, used);
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
        return used;
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
