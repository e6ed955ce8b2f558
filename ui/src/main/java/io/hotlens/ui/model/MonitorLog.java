package io.hotlens.ui.model;

import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.metric.Unit;
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
    ///
    /// @param reason that an investigation of it has; empty when none can follow
    /// @param followed what came of it, in words; empty when nothing did so far
    /// @param investigation the one that began by itself
    public record Line(
            Instant at,
            String words,
            StepLine.Weight weight,
            String reason,
            String followed,
            Optional<InvestigationId> investigation) {

        private Line followedBy(String what, Optional<InvestigationId> by) {
            return new Line(at, words, weight, reason, what, by);
        }
    }

    public ObservableList<Line> lines() {
        return seenLines;
    }

    void apply(Instant at, MonitorStep step) {
        switch (step) {
            case MonitorStep.Triggered(var id, String reason) -> {
                follow(reason, Messages.text("run.looking"), Optional.of(id));
                add(at, step, Optional.of(id));
            }
            case MonitorStep.RateLimited(String reason, _) -> refused(at, step, reason);
            case MonitorStep.NotTriggered(String reason, _) -> refused(at, step, reason);
            case MonitorStep.Noticed _, MonitorStep.Alerted _ -> add(at, step, Optional.empty());
        }
    }

    private void refused(Instant at, MonitorStep step, String reason) {
        if (!follow(reason, words(step).orElse(""), Optional.empty())) {
            add(at, step, Optional.empty());
        }
    }

    private void add(Instant at, MonitorStep step, Optional<InvestigationId> investigation) {
        words(step)
                .ifPresent(
                        words -> {
                            lines.addFirst(
                                    new Line(
                                            at,
                                            words,
                                            weight(step),
                                            reason(step),
                                            "",
                                            investigation));
                            if (lines.size() > KEPT) {
                                lines.removeLast();
                            }
                        });
    }

    /// Tells what an investigation says by now, at the line that gave it its reason.
    void follow(Run run) {
        lines.replaceAll(
                line ->
                        line.reason().isEmpty()
                                        || !line.investigation().equals(Optional.of(run.id()))
                                ? line
                                : line.followedBy(run.answer(), line.investigation()));
    }

    /// Whether there was a line with this reason that nothing had come of.
    private boolean follow(String reason, String what, Optional<InvestigationId> by) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.reason().equals(reason) && line.followed().isEmpty()) {
                lines.set(i, line.followedBy(what, by));
                return true;
            }
        }
        return false;
    }

    private static String reason(MonitorStep step) {
        return switch (step) {
            case MonitorStep.Noticed(MonitorEvent.Escalated(_, var escalation, _)) ->
                    escalation.summary();
            case MonitorStep.Alerted(var alert) -> alert.observation();
            case MonitorStep.Noticed _,
                    MonitorStep.Triggered _,
                    MonitorStep.RateLimited _,
                    MonitorStep.NotTriggered _ ->
                    "";
        };
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
        Unit unit = anomaly.metric().courseUnit();
        return Messages.text(
                key,
                switch (anomaly.of()) {
                    case LATEST -> anomaly.metric().id();
                    case AVERAGE -> Messages.text("monitor.average", anomaly.metric().id());
                    case STEP -> Messages.text("monitor.step", anomaly.metric().id());
                    case LOWEST -> Messages.text("monitor.lowest", anomaly.metric().id());
                },
                Formats.value(anomaly.value(), unit),
                Formats.number(anomaly.low()),
                Formats.value(anomaly.high(), unit));
    }
}
