package io.hotlens.ui.model;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Steps of operators and coordinator as sentences without a subject: "took a snapshot"; empty for
/// those that are too fine to be shown.
public final class StepWords {

    private StepWords() {}

    public static String of(OperatorEvent.Step step) {
        return switch (step) {
            case OperatorEvent.Started _ -> Messages.text("step.started");
            case OperatorEvent.Asking _ -> Messages.text("step.asking");
            case OperatorEvent.Chose(String tool, _, _, _) -> Messages.text("step.chose", tool);
            case OperatorEvent.Rejected(String tool, String reason, _) ->
                    Messages.text("step.rejected", tool, reason);
            case OperatorEvent.StateChanged(HealthState from, HealthState to, String reason) ->
                    Messages.text("step.state", Terms.of(from), Terms.of(to), reason);
            case OperatorEvent.SnapshotTaken(var snapshot) ->
                    Messages.text("step.snapshot", snapshot.readings().size());
            case OperatorEvent.ScriptRan ran -> script(ran);
            case OperatorEvent.NotificationSent(var notification) ->
                    Messages.text(
                            "step.notified",
                            Terms.of(notification.severity()),
                            notification.observation());
            case OperatorEvent.Waiting(Duration pause) ->
                    Messages.text("step.waiting", Formats.duration(pause));
            case OperatorEvent.Thought(String text) -> Messages.text("step.thought", text);
            case OperatorEvent.Finished(OperatorReport report) -> ended(report);
            case OperatorEvent.Fine _ -> "";
        };
    }

    public static String of(CoordinatorEvent.Step step) {
        return switch (step) {
            case CoordinatorEvent.Started(_, List<SkillId> skills) ->
                    skills.isEmpty()
                            ? Messages.text("coordinator.started")
                            : Messages.text("coordinator.started_with", names(skills));
            case CoordinatorEvent.Asking _ -> Messages.text("step.asking");
            case CoordinatorEvent.Chose(String tool, _, _, _) -> Messages.text("step.chose", tool);
            case CoordinatorEvent.Rejected(String tool, String reason, _) ->
                    Messages.text("step.rejected", tool, reason);
            case CoordinatorEvent.OperatorsInvoked(List<SkillId> skills) ->
                    Messages.text("coordinator.invoked", names(skills));
            case CoordinatorEvent.OperatorMessaged(SkillId skill, String message, _) ->
                    Messages.text("coordinator.messaged", skill, message);
            case CoordinatorEvent.StatusesChanged(
                            List<NotificationId> ids,
                            NotificationStatus status) ->
                    Messages.text("coordinator.statuses", ids.size(), Terms.of(status));
            case CoordinatorEvent.InsightProduced(Insight insight) ->
                    Messages.text("coordinator.insight", insight.summary());
            case CoordinatorEvent.FollowUpScheduled(Duration delay, String reason) ->
                    Messages.text("coordinator.scheduled", Formats.duration(delay), reason);
            case CoordinatorEvent.OperatorCrashed(SkillId skill, String reason) ->
                    Messages.text("coordinator.crashed", skill, reason);
            case CoordinatorEvent.Waiting(Duration pause) ->
                    Messages.text("coordinator.waiting", Formats.duration(pause));
            case CoordinatorEvent.Thought(String text) -> Messages.text("step.thought", text);
            case CoordinatorEvent.Finished(Outcome outcome) -> of(outcome);
            case CoordinatorEvent.Fine _ -> "";
        };
    }

    /// How a run of an operator ended: "found nothing", "stopped at a limit: 25 iterations".
    static String ended(OperatorReport report) {
        int found = report.notifications().size();
        return report.outcome() instanceof Outcome.Completed
                ? Messages.text(found == 0 ? "operator.nothing" : "operator.found", found)
                : of(report.outcome());
    }

    /// How something ended, as a sentence.
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> Messages.text("outcome.completed");
            case Outcome.Truncated(String limit) -> Messages.text("outcome.truncated", limit);
            case Outcome.Failed(String reason) -> Messages.text("outcome.failed", reason);
            case Outcome.Cancelled _ -> Messages.text("outcome.cancelled");
        };
    }

    private static String script(OperatorEvent.ScriptRan ran) {
        String took = Formats.duration(ran.took());
        return ran.error().isEmpty()
                ? Messages.text("step.script", took)
                : Messages.text("step.script_failed", ran.error(), took);
    }

    private static String names(List<SkillId> skills) {
        return skills.stream().map(SkillId::value).collect(Collectors.joining(", "));
    }
}
