package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.target.Attention;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MonitorTest {

    private static final Metric THREADS =
            new Metric("jvm", "live_threads", Unit.COUNT, MetricKind.GAUGE, "A test's.");

    private Instant now = Instant.parse("2026-03-02T00:00:00Z");
    private List<AlertRule> rules = List.of();
    private boolean answers = true;
    private final History history = new History(() -> now);
    private final Monitor monitor =
            new Monitor(
                    () -> answers,
                    new Attention(() -> now),
                    history,
                    new MonitorPlan(MonitorSettings.DEFAULT, () -> rules, List.of()),
                    () -> now);
    private final List<String> raised = new ArrayList<>();

    MonitorTest() {
        history.declare(THREADS);
        monitor.listen(
                event -> {
                    if (event instanceof MonitorEvent.AlertRaised(_, AlertRule rule, _, _)) {
                        raised.add(rule.text());
                    }
                });
    }

    private void sample(double threads) {
        now = now.plusSeconds(30);
        history.record(THREADS, now, Reading.of(threads));
        monitor.sample();
    }

    private static AlertRule rule(String text) {
        return AlertRule.parse(text);
    }

    @Test
    void ruleThatIsAddedCountsAtOnce() {
        sample(50);
        rules = List.of(rule("live_threads > 40"));
        sample(50);
        assertEquals(List.of("live_threads > 40"), raised);
    }

    @Test
    void ruleThatStaysIsNotToldAgainWhenAnotherIsAdded() {
        rules = List.of(rule("live_threads > 40"));
        sample(50);
        rules = List.of(rule("live_threads > 30"), rule("live_threads > 40"));
        sample(50);
        assertEquals(List.of("live_threads > 40", "live_threads > 30"), raised);
    }

    @Test
    void ruleThatIsTakenAwayIsSilent() {
        rules = List.of(rule("live_threads > 40 for 1 min"));
        sample(50);
        rules = List.of();
        sample(50);
        sample(50);
        assertEquals(List.of(), raised);
    }

    @Test
    void timeWithoutAnAnswerDoesNotCountForARule() {
        rules = List.of(rule("live_threads > 40 for 1 min"));
        sample(50);
        answers = false;
        sample(50);
        answers = true;
        sample(50);
        sample(50);
        assertEquals(List.of(), raised);
        sample(50);
        assertEquals(1, raised.size());
    }

    @Test
    void ruleAboutAnUnknownMetricIsIdle() {
        rules = List.of(rule("live_thread > 40"), rule("live_threads > 40"));
        sample(50);
        assertEquals(
                List.of(new IdleRule(rules.getFirst(), Optional.of("jvm.live_threads"))),
                monitor.idleRules());
    }

    @Test
    void nothingIsExpectedWhileItIsLearned() {
        while (now.isBefore(Instant.parse("2026-03-02T02:00:00Z"))) {
            assertEquals(Optional.empty(), monitor.band(THREADS.id()));
            sample(now.getEpochSecond() % 60 == 0 ? 50 : 51);
        }
        sample(50);
        Band band = monitor.band(THREADS.id()).orElseThrow();
        assertEquals(50.5, band.expected(), 0.5);
        assertEquals(true, band.low() > 40 && band.low() < 50 && band.high() > 51);
    }
}
