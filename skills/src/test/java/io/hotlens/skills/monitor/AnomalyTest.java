package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/// What is told of an anomaly is what was odd, with where that usually lies.
class AnomalyTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration STEP = MonitorSettings.DEFAULT.collectionInterval();
    private static final int DAY = (int) Duration.ofDays(1).dividedBy(STEP);
    private static final int LEARNED = 960;
    private static final Metric GAUGE =
            new Metric("test", "gauge", Unit.COUNT, MetricKind.GAUGE, "A test's.");

    private final SplittableRandom random = new SplittableRandom(11);

    private static MonitorSettings threshold(double z) {
        MonitorSettings usual = MonitorSettings.DEFAULT;
        return new MonitorSettings(
                usual.collectionInterval(),
                usual.learningDuration(),
                z,
                usual.consecutiveRequired(),
                usual.cooldownDuration());
    }

    private static List<Anomaly> told(List<MonitorEvent> events) {
        var told = new ArrayList<Anomaly>();
        for (MonitorEvent event : events) {
            if (event instanceof MonitorEvent.AnomalyFound(Anomaly anomaly)) {
                told.add(anomaly);
            } else if (event instanceof MonitorEvent.Escalated(_, Escalation escalation, _)) {
                told.add(escalation.anomaly());
                told.addAll(escalation.others());
            }
        }
        return told;
    }

    private Anomaly firstAfter(IntToDoubleFunction usual, IntToDoubleFunction odd) {
        var detector = new Detector(MonitorSettings.DEFAULT, START);
        for (int i = 0; i < LEARNED + DAY; i++) {
            double value = i < LEARNED ? usual.applyAsDouble(i) : odd.applyAsDouble(i);
            Instant at = START.plus(STEP.multipliedBy(i));
            List<Anomaly> told = told(detector.step(at, Map.of(GAUGE, Reading.of(value))));
            if (i >= LEARNED && !told.isEmpty()) {
                return told.getFirst();
            }
        }
        throw new AssertionError("nothing was told");
    }

    private static void assertOutside(Anomaly anomaly) {
        assertTrue(
                anomaly.value() <= anomaly.low() || anomaly.value() >= anomaly.high(),
                anomaly::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 5})
    void whatIsToldLiesOutsideWhatIsExpected(double z) {
        var target = new HealthyMetrics(3, START);
        var detector = new Detector(threshold(z), START);
        var kinds = EnumSet.noneOf(Anomaly.Of.class);
        for (int i = 0; i < DAY; i++) {
            Instant at = START.plus(STEP.multipliedBy(i));
            for (Anomaly anomaly : told(detector.step(at, target.next(at)))) {
                assertOutside(anomaly);
                kinds.add(anomaly.of());
            }
        }
        assertTrue(z > 2 || kinds.containsAll(EnumSet.allOf(Anomaly.Of.class)), kinds::toString);
    }

    @Test
    void valuesThatAreEachUsualAreToldByTheirAverage() {
        Anomaly anomaly =
                firstAfter(
                        _ -> 100 + 10 * random.nextGaussian(), _ -> 120 + 8 * random.nextDouble());
        assertEquals(Anomaly.Of.AVERAGE, anomaly.of());
        assertTrue(anomaly.value() > 105 && anomaly.value() < 125, anomaly::toString);
        assertTrue(anomaly.low() > 90 && anomaly.high() < anomaly.value(), anomaly::toString);
        assertTrue(anomaly.observation().startsWith("the average of test.gauge is "));
    }

    @Test
    void oneThatStandsStillIsToldByItsSteps() {
        Anomaly anomaly = firstAfter(_ -> 100 + 10 * random.nextGaussian(), _ -> 100);
        assertEquals(Anomaly.Of.STEP, anomaly.of());
        assertTrue(anomaly.value() < anomaly.low() && anomaly.low() < 11, anomaly::toString);
        assertTrue(anomaly.observation().startsWith("the step between values of test.gauge is "));
    }

    @Test
    void aValueBeyondAllOthersIsToldByItself() {
        Anomaly anomaly = firstAfter(_ -> 100 + 10 * random.nextGaussian(), _ -> 300);
        assertEquals(Anomaly.Of.LATEST, anomaly.of());
        assertEquals(300, anomaly.value());
        assertTrue(anomaly.high() < 200, anomaly::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PERCENT   | GAUGE   | test.gauge is 640 %, expected 0.0375 to 96.12 %
                    MEGABYTES | GAUGE   | test.gauge is 640 MB, expected 0.0375 to 96.12 MB
                    COUNT     | GAUGE   | test.gauge is 640, expected 0.0375 to 96.12
                    COUNT     | COUNTER | test.gauge is 640 /s, expected 0.0375 to 96.12 /s
                    """)
    void itIsToldInItsUnit(Unit unit, MetricKind kind, String told) {
        var metric = new Metric("test", "gauge", unit, kind, "A test's.");
        var anomaly = new Anomaly(metric, START, Anomaly.Of.LATEST, 640, 0.0375, 96.1234, 4);
        assertEquals(told, anomaly.observation());
    }
}
