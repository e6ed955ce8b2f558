package io.hotlens.ui.model;

import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryEvent;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.StepLine.Weight;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns every event of a session into a line; steps that are too fine for sentences are told by
/// the names that telemetry has for them.
///
/// @param names of what the events are about
record EventLines(EventNames names) {

    private static final String OURS = "hotlens.";

    EventLine of(AppEvent event) {
        return switch (event) {
            case AppEvent.ConnectionChanged(var at, var state) ->
                    plain(at, EventKind.CONNECTION, words(state), weight(state));
            case AppEvent.InvestigationStarted(var at, _, var request, _) ->
                    plain(
                            at,
                            EventKind.INVESTIGATION,
                            Messages.text("events.started", request.reason()),
                            Weight.NORMAL);
            case AppEvent.FollowUpStarted(var at, _, int chain, String reason) ->
                    plain(
                            at,
                            EventKind.INVESTIGATION,
                            Messages.text("events.follow_up", chain, reason),
                            Weight.NORMAL);
            case AppEvent.InvestigationEnded(var at, _, var outcome) ->
                    plain(
                            at,
                            EventKind.INVESTIGATION,
                            Messages.text("events.ended", StepWords.of(outcome)),
                            Weight.NORMAL);
            case AppEvent.FromOperator(var at, _, OperatorEvent step) -> of(event, at, step);
            case AppEvent.FromCoordinator(var at, _, CoordinatorEvent step) -> of(event, at, step);
            case AppEvent.FromChat(var at, _, ChatEvent step) -> of(event, at, step);
            case AppEvent.FromMonitor(var at, var step) ->
                    MonitorLog.words(step)
                            .map(
                                    words ->
                                            plain(
                                                    at,
                                                    EventKind.MONITOR,
                                                    words,
                                                    MonitorLog.weight(step)))
                            .orElseGet(() -> inner(event, Messages.text("events.monitor")));
            case AppEvent.NotificationChanged(var at, var id, var status) ->
                    plain(at, EventKind.NOTIFICATION, moved(id, status), Weight.QUIET);
            case AppEvent.CallAudited audited ->
                    plain(
                            audited.at(),
                            EventKind.CALL,
                            Messages.text(
                                    audited.allowed() ? "events.called" : "events.refused",
                                    audited.callback(),
                                    Formats.duration(audited.predictedPause()),
                                    audited.why()),
                            audited.allowed() ? Weight.NORMAL : Weight.TROUBLE);
        };
    }

    private String moved(NotificationId id, NotificationStatus status) {
        return names.notification()
                .apply(id)
                .map(
                        found ->
                                Messages.text(
                                        "events.status",
                                        Terms.of(status),
                                        found.type(),
                                        found.observation()))
                .orElseGet(() -> Messages.text("events.status_unknown", Terms.of(status), id));
    }

    private EventLine of(AppEvent event, Instant at, OperatorEvent step) {
        String who = names.skill().apply(step.skill());
        if (step.step() instanceof OperatorEvent.Fine) {
            return inner(event, who);
        }
        Weight weight =
                switch (step.step()) {
                    case OperatorEvent.NotificationSent _ -> Weight.FINDING;
                    case OperatorEvent.Rejected _ -> Weight.TROUBLE;
                    case OperatorEvent.ScriptRan ran when !ran.error().isEmpty() -> Weight.TROUBLE;
                    case OperatorEvent.Asking _,
                            OperatorEvent.Chose _,
                            OperatorEvent.Waiting _,
                            OperatorEvent.Thought _ ->
                            Weight.QUIET;
                    case OperatorEvent.Started _,
                            OperatorEvent.StateChanged _,
                            OperatorEvent.SnapshotTaken _,
                            OperatorEvent.ScriptRan _,
                            OperatorEvent.Finished _,
                            OperatorEvent.Fine _ ->
                            Weight.NORMAL;
                };
        return new EventLine(
                at,
                EventKind.OPERATOR,
                Optional.of(step.skill()),
                who,
                StepWords.of(step.step()),
                weight);
    }

    private static EventLine of(AppEvent event, Instant at, CoordinatorEvent step) {
        String who = Messages.text("run.coordinator");
        if (step.step() instanceof CoordinatorEvent.Fine) {
            return inner(event, who);
        }
        Weight weight =
                switch (step.step()) {
                    case CoordinatorEvent.InsightProduced _ -> Weight.FINDING;
                    case CoordinatorEvent.Rejected _, CoordinatorEvent.OperatorCrashed _ ->
                            Weight.TROUBLE;
                    case CoordinatorEvent.Asking _,
                            CoordinatorEvent.Chose _,
                            CoordinatorEvent.Waiting _,
                            CoordinatorEvent.Thought _ ->
                            Weight.QUIET;
                    case CoordinatorEvent.Started _,
                            CoordinatorEvent.OperatorsInvoked _,
                            CoordinatorEvent.OperatorMessaged _,
                            CoordinatorEvent.StatusesChanged _,
                            CoordinatorEvent.FollowUpScheduled _,
                            CoordinatorEvent.Finished _,
                            CoordinatorEvent.Fine _ ->
                            Weight.NORMAL;
                };
        return new EventLine(
                at,
                EventKind.COORDINATOR,
                Optional.empty(),
                who,
                StepWords.of(step.step()),
                weight);
    }

    private static EventLine of(AppEvent event, Instant at, ChatEvent step) {
        return switch (step.step()) {
            case ChatEvent.Asked(String question) ->
                    plain(
                            at,
                            EventKind.QUESTION,
                            Messages.text("events.asked", question),
                            Weight.NORMAL);
            case ChatEvent.Answered(var answer) ->
                    plain(
                            at,
                            EventKind.QUESTION,
                            answer.answered()
                                    ? Messages.text("events.answered", answer.text())
                                    : Messages.text(
                                            "chat.no_answer", StepWords.of(answer.outcome())),
                            Weight.FINDING);
            case ChatEvent.OperatorsSent _,
                    ChatEvent.Chose _,
                    ChatEvent.Rejected _,
                    ChatEvent.InLoop _ ->
                    inner(event, Messages.text("events.question"));
        };
    }

    private static EventLine plain(Instant at, EventKind kind, String words, Weight weight) {
        return new EventLine(at, kind, Optional.empty(), "", words, weight);
    }

    private static EventLine inner(AppEvent event, String who) {
        TelemetryEvent told = Telemetry.told(event);
        String numbers =
                told.measurements().entrySet().stream()
                        .map(
                                entry ->
                                        "  "
                                                + entry.getKey()
                                                + "="
                                                + Formats.number(entry.getValue()))
                        .collect(Collectors.joining());
        String texts =
                told.metadata().values().keySet().stream()
                        .flatMap(
                                name ->
                                        told
                                                .metadata()
                                                .text(name)
                                                .map(t -> name + "=" + t)
                                                .stream())
                        .map(text -> "  " + text)
                        .collect(Collectors.joining());
        String name = told.name().word();
        return new EventLine(
                event.at(),
                EventKind.INNER,
                told.skill(),
                who,
                (name.startsWith(OURS) ? name.substring(OURS.length()) : name) + numbers + texts,
                Weight.QUIET);
    }

    private static String words(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> Messages.text("events.connected");
            case ConnectionState.Lost(_, String why) -> Messages.text("events.lost", why);
            case ConnectionState.Ended(_, String why) -> Messages.text("events.gone", why);
        };
    }

    private static Weight weight(ConnectionState state) {
        return state.isConnected() ? Weight.NORMAL : Weight.TROUBLE;
    }
}
