package io.hotlens.app.cli;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.skills.skill.SkillId;

import java.util.Optional;

/// What happens in an investigation, one line a step, for people who wait.
final class Progress {

    Optional<String> describe(AppEvent event) {
        return switch (event) {
            case AppEvent.FromOperator(_, _, OperatorEvent step) ->
                    operator(step.step()).map(text -> line(step.skill(), text));
            case AppEvent.FromCoordinator(_, _, CoordinatorEvent step) ->
                    coordinator(step.step()).map(text -> "%-8s %s".formatted("=", text));
            case AppEvent.ConnectionChanged(_, var state) ->
                    state.isConnected() ? Optional.empty() : Optional.of("connection: " + state);
            case AppEvent.CallAudited audited when !audited.allowed() ->
                    Optional.of(audited.callback() + " was left out: " + audited.why());
            case AppEvent.FromMonitor(_, MonitorStep step) -> MonitorText.of(step);
            case AppEvent.FromChat _,
                    AppEvent.CallAudited _,
                    AppEvent.InvestigationStarted _,
                    AppEvent.FollowUpStarted _,
                    AppEvent.InvestigationEnded _,
                    AppEvent.NotificationChanged _ ->
                    Optional.empty();
        };
    }

    private static String line(SkillId skill, String text) {
        return "%-8s %s".formatted(skill.value(), text);
    }

    private static Optional<String> operator(OperatorEvent.Step step) {
        return switch (step) {
            case OperatorEvent.Started _ -> Optional.of("begins");
            case OperatorEvent.ScriptRan ran when !ran.error().isEmpty() ->
                    Optional.of("its script failed: " + ran.error());
            case OperatorEvent.NotificationSent(var sent) ->
                    Optional.of(
                            "found %s (%s): %s"
                                    .formatted(
                                            sent.type(),
                                            sent.severity().word(),
                                            sent.observation()));
            case OperatorEvent.Waiting(var pause) ->
                    Optional.of("looks again in %.1f s".formatted(pause.toMillis() / 1000.0));
            case OperatorEvent.Finished(var report) ->
                    Optional.of(
                            "%s, %s %s"
                                    .formatted(
                                            report.state().word(),
                                            report.outcome().word(),
                                            report.outcome().detail())
                                    .strip());
            case OperatorEvent.ScriptRan _,
                    OperatorEvent.Asking _,
                    OperatorEvent.Chose _,
                    OperatorEvent.Rejected _,
                    OperatorEvent.StateChanged _,
                    OperatorEvent.SnapshotTaken _,
                    OperatorEvent.Thought _,
                    OperatorEvent.Fine _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> coordinator(CoordinatorEvent.Step step) {
        return switch (step) {
            case CoordinatorEvent.InsightProduced(var insight) ->
                    Optional.of("insight: " + insight.summary());
            case CoordinatorEvent.OperatorCrashed(var skill, var reason) ->
                    Optional.of("the operator of %s crashed: %s".formatted(skill, reason));
            case CoordinatorEvent.Started _,
                    CoordinatorEvent.Asking _,
                    CoordinatorEvent.Chose _,
                    CoordinatorEvent.Rejected _,
                    CoordinatorEvent.OperatorsInvoked _,
                    CoordinatorEvent.OperatorMessaged _,
                    CoordinatorEvent.StatusesChanged _,
                    CoordinatorEvent.FollowUpScheduled _,
                    CoordinatorEvent.Waiting _,
                    CoordinatorEvent.Thought _,
                    CoordinatorEvent.Finished _,
                    CoordinatorEvent.Fine _ ->
                    Optional.empty();
        };
    }
}
