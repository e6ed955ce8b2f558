package io.hotlens.app.bench;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What Hotlens costs a busy target: its throughput while connected against that of the windows
/// before and after.
@Tag("bench")
class TargetCostBench {

    private static final int ROUNDS = 9;
    private static final long WINDOW_MS = 4_000;
    private static final long SETTLE_MS = 12_000;
    private static final double LIMIT = 0.98;

    private record Count(long operations, long cpuNanos, long wallNanos) {
        double perSecond(Count before) {
            return (operations - before.operations) / ((wallNanos - before.wallNanos) / 1e9);
        }

        double perCpuSecond(Count before) {
            return (operations - before.operations) / ((cpuNanos - before.cpuNanos) / 1e9);
        }
    }

    @Test
    void throughputConnectedAgainstWithout() throws IOException, URISyntaxException {
        Process target = start();
        try (var answers = target.inputReader();
                var questions = new PrintWriter(target.outputWriter(), true)) {
            answers.readLine();
            pause(10_000);
            var wall = new ArrayList<Double>();
            var cpu = new ArrayList<Double>();
            var noise = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                double[] before = window(answers, questions);
                double[] with;
                try (Session session =
                        new SessionFactory().open(new JvmAddress.LocalProcess(target.pid()))) {
                    session.target();
                    pause(SETTLE_MS);
                    with = window(answers, questions);
                }
                pause(2_000);
                double[] after = window(answers, questions);
                wall.add(with[0] / ((before[0] + after[0]) / 2));
                cpu.add(with[1] / ((before[1] + after[1]) / 2));
                noise.add(after[0] / before[0]);
            }
            report("operations per second", wall);
            report("operations per CPU second of the worker", cpu);
            report("noise: after / before, both without", noise);
        } finally {
            target.destroyForcibly();
        }
    }

    private static Process start() throws IOException, URISyntaxException {
        Path classes =
                Path.of(Workload.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new ProcessBuilder(
                        Jdk.find(25).java(),
                        "-Xmx256m",
                        "-cp",
                        classes.toString(),
                        Workload.class.getName())
                .redirectErrorStream(true)
                .start();
    }

    private static double[] window(BufferedReader answers, PrintWriter questions)
            throws IOException {
        Count begin = ask(answers, questions);
        pause(WINDOW_MS);
        Count end = ask(answers, questions);
        return new double[] {end.perSecond(begin), end.perCpuSecond(begin)};
    }

    private static Count ask(BufferedReader answers, PrintWriter questions) throws IOException {
        questions.println("count");
        String[] parts = String.valueOf(answers.readLine()).split(" ", -1);
        return new Count(Long.parseLong(parts[0]), Long.parseLong(parts[1]), System.nanoTime());
    }

    private static void report(String what, List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        System.out.printf(
                "%-42s median %.3f  (min %.3f, max %.3f, %d rounds; limit %.2f)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size(),
                LIMIT);
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
