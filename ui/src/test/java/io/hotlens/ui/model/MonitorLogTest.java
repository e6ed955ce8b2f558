package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.MonitorEvent;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedMonitor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class MonitorLogTest {

    private final TargetModel model =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));

    private MonitorLog.Line escalation() {
        return model.monitorLog().lines().stream()
                .filter(line -> line.weight() == StepLine.Weight.TROUBLE)
                .findFirst()
                .orElseThrow();
    }

    private void told(MonitorStep step) {
        model.apply(List.of(new AppEvent.FromMonitor(Samples.NOON, step)));
    }

    @Test
    void anEscalationLeadsToItsInvestigationAndSaysItsCause() {
        model.apply(ScriptedMonitor.told());
        assertEquals("Looking; nothing found so far.", escalation().followed());
        assertEquals(Optional.of(Samples.RUN), escalation().investigation());
        model.apply(Script.deadlocked().concluded(Samples.insight()).events());
        assertEquals(Samples.insight().summary(), escalation().followed());
    }

    @Test
    void anInvestigationWithoutACauseIsToldAsWell() {
        model.apply(ScriptedMonitor.told());
        model.apply(new Script(Samples.RUN).started("odd").ended(new Outcome.Completed()).events());
        assertEquals(
                "Nothing is wrong as far as the operators could see.", escalation().followed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LATEST  | gc.heap_mb is 5 MB, expected 1 to 3 MB.
                    AVERAGE | The average of gc.heap_mb lately is 5 MB, expected 1 to 3 MB.
                    STEP    | The step between values of gc.heap_mb is 5 MB, expected 1 to 3 MB.
                    LOWEST  | The lowest of gc.heap_mb over a while is 5 MB, expected 1 to 3 MB.
                    """)
    void anAnomalyIsToldByWhatWasOdd(Anomaly.Of of, String words) {
        assertEquals(words, told(of, Unit.MEGABYTES, MetricKind.GAUGE));
    }

    @Test
    void ofACounterItsRisePerSecondIsTold() {
        assertEquals(
                "gc.heap_mb is 5 /s, expected 1 to 3 /s.",
                told(Anomaly.Of.LATEST, Unit.COUNT, MetricKind.COUNTER));
    }

    private String told(Anomaly.Of of, Unit unit, MetricKind kind) {
        var metric = new Metric("gc", "heap_mb", unit, kind, "A test's.");
        var anomaly = new Anomaly(metric, Samples.NOON, of, 5, 1, 3, 4);
        told(new MonitorStep.Noticed(new MonitorEvent.AnomalyFound(anomaly)));
        return model.monitorLog().lines().getFirst().words();
    }

    @Test
    void whyNothingFollowedStandsAtTheEscalation() {
        List<AppEvent> told = ScriptedMonitor.told();
        model.apply(told.subList(0, 3));
        assertEquals("", escalation().followed());
        told(new MonitorStep.NotTriggered(escalation().reason(), "an investigation is under way"));
        assertEquals(
                "Does not investigate: an investigation is under way", escalation().followed());
        assertEquals(3, model.monitorLog().lines().size());
        told(new MonitorStep.RateLimited("of something else", 3));
        assertEquals(4, model.monitorLog().lines().size());
    }
}
