package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Days of sixty healthy metrics, and faults put into them: docs/benchmarks/monitor.md has the
/// table.
class SimulationTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration STEP = MonitorSettings.DEFAULT.collectionInterval();
    private static final int DAY = (int) Duration.ofDays(1).dividedBy(STEP);
    private static final int HEALTHY_DAYS = 10;
    private static final double MOST_FALSE_A_DAY = 0.1;
    private static final int HEALTHY_STEPS = 60;
    private static final int LONGEST_FAULT = DAY / 6;
    private static final int FAULTY_TARGETS = 3;
    private static final List<Run> RUNS =
            IntStream.range(0, HEALTHY_DAYS).mapToObj(Run::ofADay).toList();
    private static final List<String> FALSE_ALARMS =
            RUNS.stream().flatMap(run -> run.alarms.stream()).map(Escalation::summary).toList();

    /// Some of these days go on, and then something breaks.
    private static final List<Learned> LEARNED =
            RUNS.subList(0, FAULTY_TARGETS).stream().map(Learned::of).toList();

    /// One target and the detector that watches it.
    private static final class Run {
        private final HealthyMetrics target;
        private final Detector detector;
        private final List<Escalation> alarms = new ArrayList<>();
        private Instant at;
        private int steps;

        Run(long seed, Instant start) {
            target = new HealthyMetrics(seed, start);
            detector = new Detector(MonitorSettings.DEFAULT, start);
            at = start;
        }

        /// A healthy day, beginning at another hour for each seed.
        static Run ofADay(int seed) {
            var run = new Run(seed, MIDNIGHT.plus(Duration.ofHours(5L * seed)));
            run.pass(DAY);
            return run;
        }

        void pass(int moments) {
            for (int i = 0; i < moments; i++) {
                alarms.addAll(step(next()));
            }
        }

        Map<Metric, Reading> next() {
            at = at.plus(STEP);
            steps++;
            if (steps == DAY / 3 || steps == DAY * 2 / 3) {
                target.restart(at);
                detector.restarted(at);
            }
            if (steps == DAY / 2) {
                at = at.plus(Duration.ofHours(1));
            }
            return target.next(at);
        }

        List<Escalation> step(Map<Metric, Reading> readings) {
            return detector.step(at, readings).stream()
                    .filter(MonitorEvent.Escalated.class::isInstance)
                    .map(event -> ((MonitorEvent.Escalated) event).escalation())
                    .toList();
        }
    }

    @Test
    void healthyDaysAreQuiet() {
        assertTrue(FALSE_ALARMS.size() <= MOST_FALSE_A_DAY * HEALTHY_DAYS, FALSE_ALARMS::toString);
    }

    /// @param minutes within which it is caught, at the latest
    record Caught(Fault fault, int minutes) {}

    static Stream<Caught> faults() {
        return Stream.of(
                caught(30, "step of 20 %", "noise_3", (value, _, _) -> value * 1.2),
                caught(5, "step of a constant", "constant_0", (_, _, _) -> 18),
                caught(
                        150,
                        "leak of 2 MB a minute below a saw-tooth",
                        "heap_0",
                        (value, n, _) -> value + n * Math.max(0, 1 - value / 300)),
                caught(90, "slow drift", "wander_0", (value, n, _) -> value + n * 0.5),
                caught(
                        45,
                        "drift of 0.4 % a minute",
                        "noise_1",
                        (value, n, _) -> value * (1 + n * 0.002)),
                caught(
                        45,
                        "one more each 2 min",
                        "threads_0",
                        (value, n, _) -> value + Math.floorDiv(n, 4L)),
                caught(
                        30,
                        "spike train",
                        "latency_0",
                        (value, n, _) -> n % 3 == 0 ? value * 10 : value),
                caught(30, "flat line", "noise_5", (_, _, before) -> before),
                caught(30, "flat line of a wanderer", "wander_3", (_, _, before) -> before),
                caught(30, "season break", "daily_4", (value, _, _) -> value - 40),
                caught(10, "counter stops", "counter_2", (_, _, before) -> before),
                caught(10, "counter twice as fast", "counter_2", (value, n, _) -> value + n * 90),
                caught(30, "queue fills", "queue_0", (value, n, _) -> value + n));
    }

    private static Caught caught(int minutes, String name, String metric, Fault.Change change) {
        return new Caught(new Fault(name, metric, change), minutes);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsCaughtInTime(Caught expected) {
        var minutes = new ArrayList<Double>();
        for (Learned learned : LEARNED) {
            minutes.add(minutesUntilCaught(expected.fault(), learned, expected.minutes()));
        }
        assertEquals(
                List.of(),
                minutes.stream().filter(after -> after > expected.minutes()).toList(),
                () -> expected.fault().name() + " after minutes " + minutes);
        System.out.printf("%s: caught after minutes %s%n", expected.fault().name(), minutes);
    }

    /// The fault begins after two and a half days and some minutes, under a detector that went on
    /// with the baselines of those days.
    private static double minutesUntilCaught(Fault fault, Learned learned, int most) {
        Instant at = learned.at();
        var detector = new Detector(MonitorSettings.DEFAULT, at, learned.baselines());
        double before = 0;
        for (int i = 0; i < HEALTHY_STEPS; i++) {
            Map<Metric, Reading> readings = learned.then().get(i);
            at = at.plus(STEP);
            detector.step(at, readings);
            before = fault.value(readings).orElse(before);
        }
        long samples = Duration.ofMinutes(most).dividedBy(STEP);
        for (int i = 1; i <= samples; i++) {
            at = at.plus(STEP);
            Map<Metric, Reading> ill =
                    fault.into(learned.then().get(HEALTHY_STEPS + i - 1), i, before);
            for (MonitorEvent event : detector.step(at, ill)) {
                if (event instanceof MonitorEvent.Escalated escalated
                        && fault.isNamedBy(escalated.escalation())) {
                    return i * STEP.toSeconds() / 60.0;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// What a detector knows after two and a half days, and what the target does then.
    private record Learned(Instant at, List<Baseline> baselines, List<Map<Metric, Reading>> then) {

        /// Goes on for a day and a half.
        static Learned of(Run run) {
            run.pass(DAY * 3 / 2);
            List<Baseline> baselines = run.detector.baselines();
            Instant at = run.at;
            var then = new ArrayList<Map<Metric, Reading>>();
            for (int i = 0; i < HEALTHY_STEPS + LONGEST_FAULT; i++) {
                then.add(run.next());
            }
            return new Learned(at, baselines, then);
        }
    }
}
