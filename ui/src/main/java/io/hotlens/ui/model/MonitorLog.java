package io.hotlens.ui.model;

import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.MonitorEvent;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.Optional;

/// What the monitor of one target has done, newest first. Belongs to the JavaFX thread.
public final class MonitorLog {

    private static final int KEPT = 200;

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> seenLines = FXCollections.unmodifiableObservableList(lines);

    /// One thing that happened.
    public record Line(Instant at, String words, StepLine.Weight weight) {}

    public ObservableList<Line> lines() {
        return seenLines;
    }

    void apply(Instant at, MonitorStep step) {
        words(step)
                .ifPresent(
                        words -> {
                            lines.addFirst(new Line(at, words, weight(step)));
                            if (lines.size() > KEPT) {
                                lines.removeLast();
                            }
                        });
    }

    static StepLine.Weight weight(MonitorStep step) {
        return switch (step) {
            case MonitorStep.Noticed(MonitorEvent.Escalated _), MonitorStep.Alerted _ ->
                    StepLine.Weight.TROUBLE;
            case MonitorStep.Triggered _ -> StepLine.Weight.FINDING;
            case MonitorStep.Noticed(MonitorEvent.AnomalyFound _) -> StepLine.Weight.NORMAL;
            case MonitorStep.Noticed _, MonitorStep.RateLimited _, MonitorStep.NotTriggered _ ->
                    StepLine.Weight.QUIET;
        };
    }

    static Optional<String> words(MonitorStep step) {
        return switch (step) {
            case MonitorStep.Noticed(MonitorEvent event) -> words(event);
            case MonitorStep.Alerted(var alert) -> Optional.of(alert.observation());
            case MonitorStep.Triggered(_, String reason) ->
                    Optional.of(Messages.text("monitor.triggered", reason));
            case MonitorStep.RateLimited(_, int perHour) ->
                    Optional.of(Messages.text("monitor.limited", perHour));
            case MonitorStep.NotTriggered(_, String why) ->
                    Optional.of(Messages.text("monitor.not_triggered", why));
        };
    }

    private static Optional<String> words(MonitorEvent event) {
        return switch (event) {
            case MonitorEvent.LearningComplete(_, int metrics) ->
                    Optional.of(Messages.text("monitor.learned", metrics));
            case MonitorEvent.AnomalyFound(Anomaly anomaly) ->
                    Optional.of(words("monitor.anomaly", anomaly));
            case MonitorEvent.Escalated(_, var escalation, _) ->
                    Optional.of(words("monitor.escalated", escalation.anomaly()));
            case MonitorEvent.CooldownOver _ -> Optional.of(Messages.text("monitor.again"));
            case MonitorEvent.Settled(_, int kept, int again) ->
                    Optional.of(Messages.text("monitor.settled", kept, again));
            case MonitorEvent.AlertRaised _ -> Optional.empty();
        };
    }

    private static String words(String key, Anomaly anomaly) {
        return Messages.text(
                key,
                anomaly.metric().id(),
                Formats.number(anomaly.value()),
                Formats.number(anomaly.low()),
                Formats.number(anomaly.high()));
    }
}
