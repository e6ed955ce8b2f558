package io.hotlens.skills.monitor;

import java.util.List;

/// What the monitor of one connection begins with.
///
/// @param settings how it watches
/// @param rules of the user, beside what is learned
/// @param learned what earlier connections to the same target have learned; with nothing it begins
///   to learn
public record MonitorPlan(MonitorSettings settings, List<AlertRule> rules, List<Baseline> learned) {

    public static final MonitorPlan DEFAULT =
            new MonitorPlan(MonitorSettings.DEFAULT, List.of(), List.of());

    public MonitorPlan {
        rules = List.copyOf(rules);
        learned = List.copyOf(learned);
    }
}
