package io.hotlens.app.telemetry;

import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.RunStatus;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;

/// Steps of operators as telemetry.
final class OperatorTranslation {

    private final InvestigationId investigation;
    private final OperatorEvent event;

    private OperatorTranslation(InvestigationId investigation, OperatorEvent event) {
        this.investigation = investigation;
        this.event = event;
    }

    static TelemetryEvent of(InvestigationId investigation, OperatorEvent event) {
        return new OperatorTranslation(investigation, event).step(event.step()).build();
    }

    private EventDraft draft(TelemetryName name) {
        return new EventDraft(name, event.at())
                .of(investigation, event.iteration())
                .by(event.run(), event.skill());
    }

    private EventDraft step(OperatorEvent.Step step) {
        return switch (step) {
            case OperatorEvent.Started(String reason) ->
                    because(TelemetryName.OPERATOR_STARTED, reason);
            case OperatorEvent.Asking(HealthState state) ->
                    draft(TelemetryName.OPERATOR_ITERATION_START)
                            .put(TelemetryField.STATE, state.word());
            case OperatorEvent.Chose(String tool, _, _, _) ->
                    draft(TelemetryName.TOOL_START).put(TelemetryField.TOOL, tool);
            case OperatorEvent.Rejected(String tool, String reason, _) ->
                    because(TelemetryName.OPERATOR_INVALID_INTENT, reason)
                            .put(TelemetryField.NAME, tool);
            case OperatorEvent.StateChanged(HealthState from, HealthState to, String reason) ->
                    because(TelemetryName.OPERATOR_STATE_CHANGE, reason)
                            .put(TelemetryField.FROM, from.word())
                            .put(TelemetryField.TO, to.word());
            case OperatorEvent.SnapshotTaken(Snapshot snapshot) ->
                    draft(TelemetryName.OPERATOR_TAKE_SNAPSHOT)
                            .put(TelemetryField.SNAPSHOT_ID, snapshot.id())
                            .put(TelemetryField.READINGS, snapshot.readings().size());
            case OperatorEvent.ScriptRan ran -> script(ran);
            case OperatorEvent.NotificationSent(Notification sent) -> sent(sent);
            case OperatorEvent.Waiting(Duration pause) ->
                    draft(TelemetryName.OPERATOR_WAIT).put(TelemetryField.PAUSE_MS, pause);
            case OperatorEvent.Thought(String text) ->
                    draft(TelemetryName.OPERATOR_THINK).put(TelemetryField.THOUGHT, text);
            case OperatorEvent.Finished(OperatorReport report) -> finished(report);
            case OperatorEvent.Fine fine -> fine(fine);
        };
    }

    private EventDraft fine(OperatorEvent.Fine step) {
        return switch (step) {
            case OperatorEvent.Queued(int ahead) ->
                    draft(TelemetryName.OPERATOR_INVOCATION_QUEUED)
                            .put(TelemetryField.AHEAD, ahead);
            case OperatorEvent.StatusChanged(RunStatus from, RunStatus to) ->
                    draft(TelemetryName.OPERATOR_STATUS_CHANGE)
                            .put(TelemetryField.FROM, from.word())
                            .put(TelemetryField.TO, to.word());
            case OperatorEvent.InLoop(LoopEvent.Fine inLoop) ->
                    LoopTranslation.of(inLoop, this::draft);
            case OperatorEvent.NotificationRefused(String reason) ->
                    because(TelemetryName.OPERATOR_NOTIFICATION_FAILED, reason);
            case OperatorEvent.NotificationsRead(int count) ->
                    draft(TelemetryName.OPERATOR_GET_NOTIFICATIONS)
                            .put(TelemetryField.COUNT, count);
            case OperatorEvent.SnapshotFailed(String reason) ->
                    because(TelemetryName.OPERATOR_SNAPSHOT_FAILED, reason);
            case OperatorEvent.SnapshotRead(String id, boolean found) ->
                    draft(TelemetryName.OPERATOR_GET_SNAPSHOT)
                            .put(TelemetryField.FOUND, found)
                            .put(TelemetryField.SNAPSHOT_ID, found ? id : "");
            case OperatorEvent.SnapshotsRead(int count) ->
                    draft(TelemetryName.OPERATOR_GET_SNAPSHOTS).put(TelemetryField.COUNT, count);
            case OperatorEvent.ScriptStarted(String code) ->
                    draft(TelemetryName.OPERATOR_EXECUTE_START).put(TelemetryField.CODE, code);
            case OperatorEvent.Done() -> draft(TelemetryName.OPERATOR_DONE);
        };
    }

    private EventDraft because(TelemetryName name, String reason) {
        return draft(name).put(TelemetryField.REASON, reason);
    }

    private EventDraft script(OperatorEvent.ScriptRan ran) {
        return ran.error().isEmpty()
                ? draft(TelemetryName.OPERATOR_EXECUTE_COMPLETE)
                        .put(TelemetryField.DURATION_MS, ran.took())
                        .put(TelemetryField.RESULT, ran.result())
                : because(TelemetryName.OPERATOR_EXECUTE_ERROR, ran.error())
                        .put(TelemetryField.DURATION_MS, ran.took());
    }

    private EventDraft sent(Notification sent) {
        return draft(TelemetryName.OPERATOR_NOTIFICATION_SENT)
                .put(TelemetryField.NOTIFICATION_ID, sent.id().value())
                .put(TelemetryField.TYPE, sent.type())
                .put(TelemetryField.SEVERITY, sent.severity().word())
                .put(TelemetryField.COUNT, sent.snapshots().size())
                .put(TelemetryField.SUBJECT, sent.subject())
                .put(TelemetryField.CONTEXT, sent.context())
                .put(TelemetryField.OBSERVATION, sent.observation())
                .put(TelemetryField.HYPOTHESIS, sent.hypothesis().orElse(""));
    }

    private EventDraft finished(OperatorReport report) {
        EventDraft end =
                switch (report.outcome()) {
                    case Outcome.Completed() -> draft(TelemetryName.OPERATOR_COMPLETED);
                    case Outcome.Truncated(String limit) ->
                            draft(TelemetryName.OPERATOR_TRUNCATED)
                                    .put(TelemetryField.LIMIT, limit);
                    case Outcome.Failed(String reason) ->
                            because(TelemetryName.OPERATOR_CRASHED, reason);
                    case Outcome.Cancelled() -> draft(TelemetryName.OPERATOR_CANCELLED);
                };
        return end.put(TelemetryField.STATE, report.state().word())
                .put(TelemetryField.DURATION_MS, report.duration())
                .put(TelemetryField.ITERATIONS, report.iterations())
                .put(TelemetryField.NOTIFICATIONS, report.notifications().size())
                .put(TelemetryField.SNAPSHOTS, report.snapshots().size())
                .put(TelemetryField.UNSEEN, report.unseen().size())
                .put(report.usage());
    }
}
