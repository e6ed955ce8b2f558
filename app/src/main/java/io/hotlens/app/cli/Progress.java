package io.hotlens.app.cli;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.report.StepText;

import java.util.Optional;

/// What happens in an investigation, one line a step, for people who wait.
final class Progress {

    Optional<String> describe(AppEvent event) {
        return switch (event) {
            case AppEvent.FromOperator(_, _, OperatorEvent step) ->
                    StepText.of(step.step()).map(text -> line(step.skill().value(), text));
            case AppEvent.FromCoordinator(_, _, CoordinatorEvent step) ->
                    StepText.of(step.step()).map(text -> line("=", text));
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

    private static String line(String who, String text) {
        return "%-8s %s".formatted(who, text);
    }
}
