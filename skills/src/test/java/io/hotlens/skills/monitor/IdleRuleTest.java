package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class IdleRuleTest {

    private static final List<Metric> KNOWN =
            List.of(
                    metric("jvm", "heap_used_pct"),
                    metric("jvm", "live_threads"),
                    metric("gc", "live_set_mb"));

    private static Metric metric(String skill, String name) {
        return new Metric(skill, name, Unit.COUNT, MetricKind.GAUGE, "A test's.");
    }

    private static Optional<IdleRule> of(String metric) {
        return IdleRule.of(AlertRule.parse(metric + " > 1"), KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"heap_used_pct", "jvm.heap_used_pct", "gc.live_set_mb"})
    void ruleAboutAMetricIsNotIdle(String metric) {
        assertEquals(Optional.empty(), of(metric));
    }

    @ParameterizedTest
    @CsvSource({
        "heap_usd_pct, jvm.heap_used_pct",
        "jvm.live_thread, jvm.live_threads",
        "heap.live_set_mb, gc.live_set_mb",
        "liveset_mb, gc.live_set_mb"
    })
    void nameThatResemblesOneIsTakenForIt(String metric, String meant) {
        assertEquals(Optional.of(meant), of(metric).orElseThrow().meant());
    }

    @ParameterizedTest
    @CsvSource({"bananas", "x", "jvm.open_files"})
    void nameThatResemblesNoneIsLeftAlone(String metric) {
        assertEquals(Optional.empty(), of(metric).orElseThrow().meant());
    }
}
