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
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// What Hotlens costs a busy target: its throughput while connected against that of the windows
/// just before and after, and the processor time of the threads that work for us inside the target.
///
/// A shared machine speeds up and slows down by a third within seconds; the windows are short and
/// many, each ratio is taken between neighbours, and the interval says what the median is worth.
@Tag("bench")
class TargetCostBench {

    private static final int ROUNDS = 30;
    private static final int WARM_UP = 3;
    private static final long WINDOW_MS = 4_000;
    private static final long SETTLE_MS = 4_000;
    private static final double LIMIT = 0.98;

    private record Count(long operations, long cpuNanos, long wallNanos) {
        double perSecond(Count before) {
            return (operations - before.operations) / ((wallNanos - before.wallNanos) / 1e9);
        }

        double perCpuSecond(Count before) {
            return (operations - before.operations) / ((cpuNanos - before.cpuNanos) / 1e9);
        }
    }

    private record Window(double perSecond, double perCpuSecond) {}

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
            var ours = new ArrayList<Double>();
            Window before = window(answers, questions);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Window with;
                double used;
                try (Session session =
                        new SessionFactory().open(new JvmAddress.LocalProcess(target.pid()))) {
                    session.target();
                    pause(SETTLE_MS);
                    var threads = new OursInTarget(target.pid());
                    double begin = threads.cpuMs();
                    with = window(answers, questions);
                    used = (threads.cpuMs() - begin) / WINDOW_MS * 100;
                }
                pause(1_000);
                Window after = window(answers, questions);
                if (round >= 0) {
                    wall.add(with.perSecond() * 2 / (before.perSecond() + after.perSecond()));
                    cpu.add(
                            with.perCpuSecond()
                                    * 2
                                    / (before.perCpuSecond() + after.perCpuSecond()));
                    noise.add(after.perSecond() / before.perSecond());
                    ours.add(used);
                }
                before = after;
            }
            report("operations per second", wall);
            report("operations per CPU second of the worker", cpu);
            report("noise: after / before, both without", noise);
            System.out.printf(
                    "%-42s median %.2f %% of a processor%n",
                    "threads that work for Hotlens in the target", median(ours));
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

    private static Window window(BufferedReader answers, PrintWriter questions) throws IOException {
        Count begin = ask(answers, questions);
        pause(WINDOW_MS);
        Count end = ask(answers, questions);
        return new Window(end.perSecond(begin), end.perCpuSecond(begin));
    }

    private static Count ask(BufferedReader answers, PrintWriter questions) throws IOException {
        questions.println("count");
        String[] parts = String.valueOf(answers.readLine()).split(" ", -1);
        return new Count(Long.parseLong(parts[0]), Long.parseLong(parts[1]), System.nanoTime());
    }

    private static void report(String what, List<Double> ratios) {
        double[] interval = interval(ratios);
        System.out.printf(
                "%-42s median %.3f  (95 %% %.3f to %.3f, %d rounds; limit %.2f)%n",
                what, median(ratios), interval[0], interval[1], ratios.size(), LIMIT);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /// The bootstrap interval of the median.
    private static double[] interval(List<Double> values) {
        var random = new Random(7);
        List<Double> medians =
                Stream.generate(
                                () ->
                                        median(
                                                values.stream()
                                                        .map(
                                                                _ ->
                                                                        values.get(
                                                                                random.nextInt(
                                                                                        values
                                                                                                .size())))
                                                        .toList()))
                        .limit(2_000)
                        .sorted()
                        .toList();
        return new double[] {medians.get(50), medians.get(1_949)};
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
