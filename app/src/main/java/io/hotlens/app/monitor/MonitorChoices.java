package io.hotlens.app.monitor;

import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.MonitorSettings;

import java.util.List;

/// What the user chose for the monitor.
///
/// @param autoTrigger whether an escalation starts an investigation
/// @param triggersPerHour at most so many
/// @param alerts rules of the user's own
/// @param alertsTrigger whether these start investigations as well
public record MonitorChoices(
        MonitorSettings settings,
        boolean autoTrigger,
        int triggersPerHour,
        List<AlertRule> alerts,
        boolean alertsTrigger) {

    public static final int USUAL_TRIGGERS_PER_HOUR = 3;
    private static final int MOST_PER_HOUR = 60;

    public static final MonitorChoices DEFAULT =
            new MonitorChoices(
                    MonitorSettings.DEFAULT, true, USUAL_TRIGGERS_PER_HOUR, List.of(), false);

    public MonitorChoices {
        if (!allowsPerHour(triggersPerHour)) {
            throw new IllegalArgumentException(
                    "the investigations an hour must be from 1 to 60, not " + triggersPerHour);
        }
        alerts = List.copyOf(alerts);
    }

    public static boolean allowsPerHour(int triggers) {
        return triggers >= 1 && triggers <= MOST_PER_HOUR;
    }
}
