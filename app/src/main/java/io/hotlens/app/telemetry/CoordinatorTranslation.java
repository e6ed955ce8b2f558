package io.hotlens.app.telemetry;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.coordinator.Intent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.util.List;

/// Steps of coordinators as telemetry.
final class CoordinatorTranslation {

    private final InvestigationId investigation;
    private final CoordinatorEvent event;

    private CoordinatorTranslation(InvestigationId investigation, CoordinatorEvent event) {
        this.investigation = investigation;
        this.event = event;
    }

    static TelemetryEvent of(InvestigationId investigation, CoordinatorEvent event) {
        return new CoordinatorTranslation(investigation, event).step(event.step()).build();
    }

    private EventDraft draft(TelemetryName name) {
        return new EventDraft(name, event.at()).of(investigation, event.iteration());
    }

    private EventDraft step(CoordinatorEvent.Step step) {
        return switch (step) {
            case CoordinatorEvent.Started(String reason, List<SkillId> skills) ->
                    because(TelemetryName.COORDINATOR_STARTED, reason)
                            .put(TelemetryField.SKILLS, ids(skills));
            case CoordinatorEvent.Asking() -> draft(TelemetryName.COORDINATOR_ITERATION_START);
            case CoordinatorEvent.Chose(String tool, _, _, _) ->
                    draft(TelemetryName.TOOL_START).put(TelemetryField.TOOL, tool);
            case CoordinatorEvent.Rejected(String tool, String reason, _) ->
                    because(TelemetryName.COORDINATOR_INVALID_INTENT, reason)
                            .put(TelemetryField.NAME, tool);
            case CoordinatorEvent.OperatorsInvoked(List<SkillId> skills) ->
                    draft(TelemetryName.COORDINATOR_INVOKE_OPERATORS)
                            .put(TelemetryField.SKILLS, ids(skills))
                            .put(TelemetryField.COUNT, skills.size());
            case CoordinatorEvent.OperatorMessaged(SkillId skill, String message, String answer) ->
                    draft(TelemetryName.COORDINATOR_MESSAGE_OPERATOR)
                            .about(skill)
                            .put(TelemetryField.MESSAGE, message)
                            .put(TelemetryField.ANSWER, answer);
            case CoordinatorEvent.StatusesChanged(var notifications, var status) ->
                    draft(TelemetryName.COORDINATOR_UPDATE_NOTIFICATION_STATUSES)
                            .put(TelemetryField.STATUS, status.word())
                            .put(TelemetryField.COUNT, notifications.size())
                            .put(
                                    TelemetryField.NOTIFICATION_IDS,
                                    Data.items(
                                            notifications.stream()
                                                    .map(id -> Data.of(id.value()))
                                                    .toList()));
            case CoordinatorEvent.InsightProduced(Insight insight) -> insight(insight);
            case CoordinatorEvent.FollowUpScheduled(Duration delay, String reason) ->
                    because(TelemetryName.COORDINATOR_SCHEDULE, reason)
                            .put(TelemetryField.DELAY_MS, delay);
            case CoordinatorEvent.OperatorCrashed(SkillId skill, String reason) ->
                    because(TelemetryName.COORDINATOR_OPERATOR_CRASHED, reason).about(skill);
            case CoordinatorEvent.Waiting(Duration pause) ->
                    draft(TelemetryName.COORDINATOR_WAIT).put(TelemetryField.PAUSE_MS, pause);
            case CoordinatorEvent.Thought(String text) ->
                    draft(TelemetryName.COORDINATOR_THINK).put(TelemetryField.THOUGHT, text);
            case CoordinatorEvent.Finished(Outcome outcome) -> finished(outcome);
            case CoordinatorEvent.Fine fine -> fine(fine);
        };
    }

    private EventDraft fine(CoordinatorEvent.Fine step) {
        return switch (step) {
            case CoordinatorEvent.InLoop(LoopEvent.Fine inLoop) ->
                    LoopTranslation.of(inLoop, this::draft);
            case CoordinatorEvent.NotificationsRead(String filter, int count) ->
                    draft(TelemetryName.COORDINATOR_GET_NOTIFICATIONS)
                            .put(TelemetryField.FILTER, filter)
                            .put(TelemetryField.COUNT, count);
            case CoordinatorEvent.StatusesRead(int count) ->
                    draft(TelemetryName.COORDINATOR_GET_OPERATOR_STATUSES)
                            .put(TelemetryField.COUNT, count);
            case CoordinatorEvent.NotificationReceived(SkillId skill, var id) ->
                    draft(TelemetryName.COORDINATOR_OPERATOR_NOTIFICATION_RECEIVED)
                            .about(skill)
                            .put(TelemetryField.NOTIFICATION_ID, id.value());
            case CoordinatorEvent.OperatorCompleted(SkillId skill, Outcome outcome) ->
                    draft(TelemetryName.COORDINATOR_OPERATOR_COMPLETE)
                            .about(skill)
                            .put(TelemetryField.OUTCOME, outcome.word());
            case CoordinatorEvent.OperatorNotFound(String name) ->
                    draft(TelemetryName.COORDINATOR_OPERATOR_NOT_FOUND)
                            .put(TelemetryField.NAME, name);
            case CoordinatorEvent.ScheduleRejected(int running, String reason) ->
                    because(TelemetryName.COORDINATOR_SCHEDULE_REJECTED, reason)
                            .put(TelemetryField.RUNNING, running);
            case CoordinatorEvent.Classifying(int skills) ->
                    draft(TelemetryName.COORDINATOR_PIPELINE_CLASSIFY_START)
                            .put(TelemetryField.COUNT, skills);
            case CoordinatorEvent.Classified(Intent intent, List<SkillId> skills, Duration took) ->
                    draft(TelemetryName.COORDINATOR_PIPELINE_CLASSIFY_COMPLETE)
                            .put(TelemetryField.INTENT, intent.word())
                            .put(TelemetryField.SKILLS, ids(skills))
                            .put(TelemetryField.DURATION_MS, took);
            case CoordinatorEvent.Synthesizing(int notifications) ->
                    draft(TelemetryName.COORDINATOR_PIPELINE_SYNTHESIZE_START)
                            .put(TelemetryField.COUNT, notifications);
            case CoordinatorEvent.Synthesized(int insights, Duration took) ->
                    draft(TelemetryName.COORDINATOR_PIPELINE_SYNTHESIZE_COMPLETE)
                            .put(TelemetryField.COUNT, insights)
                            .put(TelemetryField.DURATION_MS, took);
            case CoordinatorEvent.Done(int unread) ->
                    draft(TelemetryName.COORDINATOR_DONE).put(TelemetryField.UNREAD, unread);
            case CoordinatorEvent.DoneRejected(int running) ->
                    draft(TelemetryName.COORDINATOR_DONE_REJECTED)
                            .put(TelemetryField.RUNNING, running);
        };
    }

    private EventDraft because(TelemetryName name, String reason) {
        return draft(name).put(TelemetryField.REASON, reason);
    }

    private static Data ids(List<SkillId> skills) {
        return Data.items(skills.stream().map(id -> Data.of(id.value())).toList());
    }

    private EventDraft insight(Insight insight) {
        return draft(TelemetryName.COORDINATOR_INSIGHT_PRODUCED)
                .put(TelemetryField.INSIGHT_ID, insight.id())
                .put(TelemetryField.TYPE, insight.rootCause().type())
                .put(TelemetryField.SEVERITY, insight.severity().word())
                .put(TelemetryField.CORRELATION, insight.correlationType().word())
                .put(TelemetryField.CONFIDENCE, insight.confidence().word())
                .put(TelemetryField.GROUNDED, insight.hypothesisGrounded())
                .put(TelemetryField.COUNT, insight.notificationIds().size())
                .put(TelemetryField.SUBJECT, insight.rootCause().subject())
                .put(TelemetryField.SUMMARY, insight.summary())
                .put(TelemetryField.HYPOTHESIS, insight.rootCauseHypothesis());
    }

    private EventDraft finished(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed() -> draft(TelemetryName.COORDINATOR_COMPLETED);
            case Outcome.Truncated(String limit) ->
                    draft(TelemetryName.COORDINATOR_TRUNCATED).put(TelemetryField.LIMIT, limit);
            case Outcome.Failed(String reason) ->
                    because(TelemetryName.COORDINATOR_CRASHED, reason);
            case Outcome.Cancelled() -> draft(TelemetryName.COORDINATOR_CANCELLED);
        };
    }
}
