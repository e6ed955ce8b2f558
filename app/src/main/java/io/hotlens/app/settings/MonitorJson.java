package io.hotlens.app.settings;

import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.MonitorSettings;

import java.util.ArrayList;
import java.util.List;

/// `{collection_interval_ms, learning_duration_ms, z_threshold, consecutive_required,
/// cooldown_duration_ms, auto_trigger, triggers_per_hour, alerts: [RULE], alerts_trigger}`; what is
/// left out is as usual.
final class MonitorJson {

    private MonitorJson() {}

    static MonitorChoices read(JsonObject monitor) {
        monitor.only(
                MonitorSettings.COLLECTION_INTERVAL_MS,
                MonitorSettings.LEARNING_DURATION_MS,
                MonitorSettings.Z_THRESHOLD,
                MonitorSettings.CONSECUTIVE_REQUIRED,
                MonitorSettings.COOLDOWN_DURATION_MS,
                "auto_trigger",
                "triggers_per_hour",
                "alerts",
                "alerts_trigger");
        MonitorChoices usual = MonitorChoices.DEFAULT;
        var alerts = new ArrayList<AlertRule>();
        List<String> texts =
                monitor.fields().get("alerts").isEmpty() ? List.of() : monitor.texts("alerts");
        try {
            texts.forEach(text -> alerts.add(AlertRule.parse(text)));
            return new MonitorChoices(
                    MonitorSettings.of(monitor.fields()),
                    monitor.truth("auto_trigger", usual.autoTrigger()),
                    monitor.number("triggers_per_hour")
                            .map(Double::intValue)
                            .orElse(usual.triggersPerHour()),
                    alerts,
                    monitor.truth("alerts_trigger", usual.alertsTrigger()));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    why.startsWith(monitor.at()) ? why : monitor.at() + why, e);
        }
    }

    static Data write(MonitorChoices choices) {
        var fields = Data.fields();
        choices.settings().toData().values().forEach(fields::put);
        return fields.put("auto_trigger", choices.autoTrigger())
                .put("triggers_per_hour", choices.triggersPerHour())
                .put("alerts", choices.alerts().stream().map(one -> Data.of(one.text())).toList())
                .put("alerts_trigger", choices.alertsTrigger())
                .build();
    }
}
