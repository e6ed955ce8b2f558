package io.hotlens.app.store;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;

import java.util.Map;
import java.util.Optional;

/// Steps of an investigation as they are kept: `{from, event}`.
final class Steps {

    private static final String OPERATOR = "operator";
    private static final String COORDINATOR = "coordinator";
    private static final String QUESTION = "question";

    private Steps() {}

    /// Empty for what is no step of an investigation, or too fine to be kept.
    static Optional<Data> write(AppEvent event) {
        return switch (event) {
            case AppEvent.FromOperator(_, _, var step) ->
                    OperatorSteps.write(step).map(data -> from(OPERATOR, data));
            case AppEvent.FromCoordinator(_, _, var step) ->
                    CoordinatorSteps.write(step).map(data -> from(COORDINATOR, data));
            case AppEvent.FromChat(_, _, ChatEvent step) ->
                    answer(step).map(data -> from(QUESTION, data));
            case AppEvent.ConnectionChanged _,
                    AppEvent.InvestigationStarted _,
                    AppEvent.FollowUpStarted _,
                    AppEvent.InvestigationEnded _,
                    AppEvent.FromMonitor _,
                    AppEvent.NotificationChanged _,
                    AppEvent.CallAudited _ ->
                    Optional.empty();
        };
    }

    private static Data from(String who, Data event) {
        return Data.fields().put("from", who).put("event", event).build();
    }

    /// @param insights by id
    static AppEvent read(
            InvestigationId id,
            Part part,
            Map<NotificationId, Notification> found,
            Map<String, Insight> insights) {
        Part event = part.part("event");
        return switch (part.text("from")) {
            case OPERATOR ->
                    new AppEvent.FromOperator(
                            event.time("at"), id, OperatorSteps.read(event, found));
            case COORDINATOR ->
                    new AppEvent.FromCoordinator(
                            event.time("at"), id, CoordinatorSteps.read(event, insights));
            case QUESTION -> new AppEvent.FromChat(event.time("at"), id, readAnswer(event));
            case String other -> throw new IllegalArgumentException("no step is from " + other);
        };
    }

    /// Of a question only its answer is kept.
    private static Optional<Data> answer(ChatEvent event) {
        return event.step() instanceof ChatEvent.Answered(ChatAnswer answer)
                ? Optional.of(
                        Data.fields()
                                .put("at", event.at().toString())
                                .put("iteration", event.iteration())
                                .put("question", answer.question())
                                .put("outcome", RunData.write(answer.outcome()))
                                .put("text", answer.text())
                                .put("cited", Part.items(answer.cited()))
                                .put("asked_at", answer.at().toString())
                                .put("took_ms", RunData.millis(answer.took()))
                                .put("usage", RunData.write(answer.usage()))
                                .build())
                : Optional.empty();
    }

    private static ChatEvent readAnswer(Part part) {
        return new ChatEvent(
                part.time("at"),
                part.whole("iteration"),
                new ChatEvent.Answered(
                        new ChatAnswer(
                                part.text("question"),
                                RunData.readOutcome(part.part("outcome")),
                                part.text("text"),
                                part.texts("cited"),
                                part.time("asked_at"),
                                part.span("took_ms"),
                                RunData.readUsage(part.part("usage")))));
    }
}
