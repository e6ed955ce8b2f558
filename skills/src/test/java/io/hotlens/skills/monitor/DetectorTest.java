package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

class DetectorTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final MonitorSettings SETTINGS = MonitorSettings.DEFAULT;
    private static final int LEARNED = 960;

    private final SplittableRandom random = new SplittableRandom(7);
    private Detector detector = new Detector(SETTINGS, START);
    private Instant at = START;

    private static Metric metric(String name, MetricKind kind) {
        return new Metric("test", name, Unit.COUNT, kind, "A test's.");
    }

    private static final Metric GAUGE = metric("gauge", MetricKind.GAUGE);
    private static final Metric OTHER = metric("other", MetricKind.GAUGE);
    private static final Metric COUNTER = metric("counter", MetricKind.COUNTER);
    private static final Metric STATE = metric("state", MetricKind.STATE);

    private double noise() {
        return 100 + 5 * random.nextGaussian();
    }

    private List<MonitorEvent> step(Map<Metric, Reading> readings) {
        at = at.plus(SETTINGS.collectionInterval());
        return detector.step(at, readings);
    }

    private List<MonitorEvent> run(Metric metric, int steps, IntToDoubleFunction values) {
        var events = new ArrayList<MonitorEvent>();
        for (int i = 0; i < steps; i++) {
            events.addAll(step(Map.of(metric, Reading.of(values.applyAsDouble(i)))));
        }
        return events;
    }

    private static List<Escalation> escalations(List<MonitorEvent> events) {
        return events.stream()
                .filter(MonitorEvent.Escalated.class::isInstance)
                .map(event -> ((MonitorEvent.Escalated) event).escalation())
                .toList();
    }

    private static boolean silent(List<MonitorEvent> events) {
        return events.stream()
                .noneMatch(
                        event ->
                                event instanceof MonitorEvent.AnomalyFound
                                        || event instanceof MonitorEvent.Escalated);
    }

    @Test
    void learnsThenWatches() {
        assertEquals("learning", detector.state().word());
        assertEquals(Duration.ofHours(2), detector.state().left(START));
        List<MonitorEvent> events = run(GAUGE, 240, _ -> noise());
        assertEquals(List.of(new MonitorEvent.LearningComplete(at, 1)), events);
        assertInstanceOf(DetectorState.Watching.class, detector.state());
    }

    @Test
    void nothingIsJudgedWhileLearning() {
        assertTrue(silent(run(GAUGE, 239, i -> i < 150 ? noise() : 900)));
    }

    @Test
    void escalationCarriesWhatIsNeeded() {
        run(GAUGE, LEARNED, _ -> noise());
        Escalation escalation = escalations(run(GAUGE, 10, _ -> 200)).getFirst();
        Anomaly anomaly = escalation.anomaly();
        assertEquals(GAUGE, anomaly.metric());
        assertEquals(200, anomaly.value());
        assertTrue(anomaly.low() > 70 && anomaly.low() < 95, () -> "low " + anomaly.low());
        assertTrue(anomaly.high() > 105 && anomaly.high() < 130, () -> "high " + anomaly.high());
        assertTrue(anomaly.z() >= SETTINGS.zThreshold(), () -> "z " + anomaly.z());
        assertEquals(200, escalation.series().points().getLast().value());
        assertEquals(24, escalation.series().points().size());
        assertTrue(escalation.summary().startsWith("test.gauge is 200, expected "));
    }

    @Test
    void cooldownEndsAfterItsTime() {
        run(GAUGE, LEARNED, _ -> noise());
        while (escalations(run(GAUGE, 1, _ -> 200)).isEmpty()) {
            assertFalse(at.isAfter(START.plus(Duration.ofDays(1))));
        }
        assertEquals("cooldown", detector.state().word());
        assertEquals(SETTINGS.cooldownDuration(), detector.state().left(at));
        List<MonitorEvent> events = run(GAUGE, 29, _ -> 400);
        assertTrue(silent(events));
        assertEquals(
                new MonitorEvent.CooldownOver(at.plusSeconds(30)),
                run(GAUGE, 1, _ -> noise()).getFirst());
        assertEquals("active", detector.state().word());
    }

    @Test
    void whatGoesOnAfterACooldownDoesNotEscalateAgain() {
        run(GAUGE, LEARNED, _ -> noise());
        assertEquals(1, escalations(run(GAUGE, 960, _ -> 100 + noise())).size());
    }

    @Test
    void differentMetricsInDifferentRoundsAreNotConsecutive() {
        for (int i = 0; i < LEARNED; i++) {
            step(Map.of(GAUGE, Reading.of(noise()), OTHER, Reading.of(noise())));
        }
        for (int i = 0; i < 4; i++) {
            Reading first = Reading.of(i < 2 ? 300 : noise());
            Reading second = Reading.of(i < 2 ? noise() : 300);
            assertEquals(List.of(), escalations(step(Map.of(GAUGE, first, OTHER, second))));
        }
        assertEquals(1, escalations(run(GAUGE, 20, _ -> 300)).size());
    }

    @Test
    void constantThatMovesIsNoticed() {
        run(GAUGE, LEARNED, _ -> 16);
        assertEquals(1, escalations(run(GAUGE, 5, _ -> 20)).size());
    }

    @Test
    void moveBelowTheFloorIsNoReason() {
        run(GAUGE, LEARNED, _ -> 1_000);
        assertEquals(List.of(), escalations(run(GAUGE, 30, i -> 1_000 + i % 2)));
    }

    @Test
    void counterThatRisesForEverIsSilent() {
        assertEquals(List.of(), escalations(run(COUNTER, 5 * LEARNED, i -> 1e6 + 300.0 * i)));
    }

    @Test
    void counterThatRisesFasterIsNoticedAsARate() {
        run(COUNTER, LEARNED, i -> i * 300 + 30 * random.nextDouble());
        Escalation escalation =
                escalations(run(COUNTER, 10, i -> (LEARNED + i * 3) * 300)).getFirst();
        assertEquals(30, escalation.anomaly().value(), 0.1);
    }

    @Test
    void counterThatBeginsAnewIsNoFall() {
        run(COUNTER, LEARNED, i -> i * 300 + 30 * random.nextDouble());
        assertTrue(silent(run(COUNTER, 60, i -> i * 300 + 30 * random.nextDouble())));
    }

    @Test
    void gapIsNoValue() {
        run(GAUGE, LEARNED, _ -> noise());
        for (int i = 0; i < 100; i++) {
            assertEquals(List.of(), step(Map.of(GAUGE, Reading.unavailable("lost"))));
        }
        assertTrue(detector.baseline("test.gauge").orElseThrow().level() > 95);
        assertEquals(List.of(), escalations(run(GAUGE, 60, _ -> noise())));
    }

    @Test
    void stateSeenForTheFirstTimeIsNoticedAndThenKnown() {
        run(STATE, LEARNED, i -> i / 20 % 2);
        List<MonitorEvent> events = run(STATE, 200, _ -> 2);
        assertEquals(1, escalations(events).size());
        assertTrue(silent(run(STATE, 100, i -> i / 20 % 2)));
    }

    @Test
    void restartIsNoAlarmAndKeepsWhatStillHolds() {
        run(GAUGE, LEARNED, _ -> noise());
        detector.restarted(at);
        List<MonitorEvent> events = run(GAUGE, 60, i -> i < 5 ? 0 : noise());
        assertEquals(
                List.of(new MonitorEvent.Settled(START.plusSeconds(30L * (LEARNED + 20)), 1, 0)),
                events);
        assertEquals(1, escalations(run(GAUGE, 10, _ -> 200)).size());
    }

    @Test
    void restartLearnsAgainWhatNoLongerHolds() {
        run(GAUGE, LEARNED, _ -> noise());
        detector.restarted(at);
        List<MonitorEvent> events = run(GAUGE, LEARNED, _ -> 400 + noise());
        assertEquals(1, events.size());
        assertEquals(1, ((MonitorEvent.Settled) events.getFirst()).learnedAgain());
        assertTrue(detector.baseline("test.gauge").orElseThrow().level() > 480);
        assertEquals(1, escalations(run(GAUGE, 25, _ -> 900)).size());
    }

    @Test
    void warmStartNeedsNoLearning() {
        run(GAUGE, LEARNED, _ -> noise());
        String stored = Json.write(BaselineData.write(detector.baselines().getFirst()));
        Baseline read = BaselineData.read((Data.Fields) Json.parse(stored));
        detector = new Detector(SETTINGS, at, List.of(read));
        assertEquals("active", detector.state().word());
        assertTrue(silent(run(GAUGE, 40, _ -> noise())));
        assertEquals(1, escalations(run(GAUGE, 10, _ -> 200)).size());
    }

    @Test
    void metricThatComesLaterIsLearnedFirst() {
        run(GAUGE, LEARNED, _ -> noise());
        assertTrue(silent(run(OTHER, 230, i -> i < 100 ? noise() : 900)));
    }
}
