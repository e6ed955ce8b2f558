package io.hotlens.ui.monitor;

import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.time.Instant;

/// The monitor's state in words.
public final class MonitorWords {

    private MonitorWords() {}

    /// A few words for the foot of the window.
    public static String shortly(Normality normality, Instant now) {
        DetectorState state = normality.status().state();
        return switch (state) {
            case DetectorState.Learning _ ->
                    Messages.text("monitor.short_learning", Formats.duration(state.left(now)));
            case DetectorState.Watching _ ->
                    Messages.text("monitor.short_active", normality.rows().size());
            case DetectorState.Cooling _ ->
                    Messages.text("monitor.short_cooldown", Formats.duration(state.left(now)));
        };
    }

    static String sentence(Normality normality, Instant now) {
        DetectorState state = normality.status().state();
        return switch (state) {
            case DetectorState.Learning _ ->
                    Messages.text("monitor.learning", Formats.duration(state.left(now)));
            case DetectorState.Watching _ ->
                    Messages.text("monitor.active", normality.rows().size());
            case DetectorState.Cooling _ ->
                    Messages.text("monitor.cooldown", Formats.duration(state.left(now)));
        };
    }

    static String next(Normality normality) {
        return switch (normality.status().state()) {
            case DetectorState.Learning _ -> Messages.text("monitor.learning_next");
            case DetectorState.Watching _ -> Messages.text("monitor.active_next");
            case DetectorState.Cooling _ -> Messages.text("monitor.cooldown_next");
        };
    }
}
