package io.hotlens.app.report;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.operator.OperatorEvent;

import java.util.Optional;

/// Steps of a run as short sentences without a subject; empty for those that say little to people.
public final class StepText {

    private StepText() {}

    public static Optional<String> of(OperatorEvent.Step step) {
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

    public static Optional<String> of(CoordinatorEvent.Step step) {
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
