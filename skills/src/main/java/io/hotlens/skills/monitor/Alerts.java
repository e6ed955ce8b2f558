package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The user's rules over every metric. Belongs to the thread that steps it.
final class Alerts {

    private final Map<Metric, List<AlertWatch>> watches = new LinkedHashMap<>();
    private List<AlertRule> rules = List.of();

    /// Watches by these rules from now on; one that stays goes on as it is.
    void follow(List<AlertRule> now) {
        if (!now.equals(rules)) {
            rules = List.copyOf(now);
            watches.replaceAll(this::watches);
        }
    }

    private List<AlertWatch> watches(Metric metric, List<AlertWatch> before) {
        return rules.stream()
                .filter(rule -> rule.isAbout(metric))
                .map(
                        rule ->
                                before.stream()
                                        .filter(watch -> watch.rule().equals(rule))
                                        .findFirst()
                                        .orElseGet(() -> new AlertWatch(rule)))
                .toList();
    }

    /// The rules that begin to hold.
    List<MonitorEvent> step(Instant at, Map<Metric, Reading> readings) {
        var raised = new ArrayList<MonitorEvent>();
        readings.forEach(
                (metric, reading) -> {
                    for (AlertWatch watch :
                            watches.computeIfAbsent(metric, one -> watches(one, List.of()))) {
                        if (!(reading instanceof Reading.Known(double value))) {
                            watch.interrupt();
                        } else if (watch.step(at, value)) {
                            raised.add(
                                    new MonitorEvent.AlertRaised(at, watch.rule(), metric, value));
                        }
                    }
                });
        return raised;
    }

    /// The next values come after a gap.
    void interrupt() {
        watches.values().forEach(each -> each.forEach(AlertWatch::interrupt));
    }

    /// The rules that are about none of these metrics.
    List<IdleRule> idle(Collection<Metric> known) {
        return rules.stream()
                .map(rule -> IdleRule.of(rule, known))
                .flatMap(Optional::stream)
                .toList();
    }
}
