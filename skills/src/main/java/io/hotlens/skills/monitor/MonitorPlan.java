package io.hotlens.skills.monitor;

import java.util.List;
import java.util.function.Supplier;

/// What the monitor of one connection begins with.
///
/// @param settings how it watches
/// @param rules of the user, beside what is learned; asked before each collection
/// @param learned what earlier connections to the same target have learned; with nothing it begins
///   to learn
public record MonitorPlan(
        MonitorSettings settings, Supplier<List<AlertRule>> rules, List<Baseline> learned) {

    public static final MonitorPlan DEFAULT =
            new MonitorPlan(MonitorSettings.DEFAULT, List::of, List.of());

    public MonitorPlan {
        learned = List.copyOf(learned);
    }
}
