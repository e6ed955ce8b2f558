package io.hotlens.app.chat;

import io.hotlens.app.access.OutputLimit;
import io.hotlens.app.coordinator.OperatorPool;
import io.hotlens.app.loop.Role;
import io.hotlens.app.loop.Step;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does what a model wants that answers a question.
final class ChatRole implements Role<ChatState, ChatTool> {

    private static final OutputLimit LIMIT = new OutputLimit(64_000);

    private final ChatRecord found;
    private final Supplier<OperatorPool> pools;
    private final String question;
    private final Consumer<ChatEvent.Step> events;

    /// @param pools gives one for each look; a pool holds an operator's run once
    ChatRole(
            ChatRecord found,
            Supplier<OperatorPool> pools,
            String question,
            Consumer<ChatEvent.Step> events) {
        this.found = found;
        this.pools = pools;
        this.question = question;
        this.events = events;
    }

    @Override
    public Step<ChatState> step(ChatState state, ChatTool tool) throws InterruptedException {
        return switch (tool) {
            case ChatTool.GetNotifications() -> go(state, Data.items(found.notifications()));
            case ChatTool.GetSnapshot(String id) ->
                    found.snapshot(id)
                            .map(snapshot -> go(state, snapshot.toData()))
                            .orElseGet(
                                    () -> refuse(state, "there is no snapshot '%s'".formatted(id)));
            case ChatTool.SendOperators(List<String> skills, Optional<String> context) ->
                    send(state, skills, context.filter(c -> !c.isBlank()).orElse(question));
            case ChatTool.Think(String thought) ->
                    go(state, Data.fields().put("thought", thought).put("recorded", true).build());
            case ChatTool.Answer(String text, List<String> cites) -> answer(state, text, cites);
        };
    }

    private static Step<ChatState> go(ChatState state, Data answer) {
        return new Step.Continue<>(state, LIMIT.apply(answer));
    }

    private static Step<ChatState> refuse(ChatState state, String reason) {
        return new Step.Refuse<>(state, Data.fields().put("error", reason).build(), reason);
    }

    private Step<ChatState> send(ChatState state, List<String> names, String context)
            throws InterruptedException {
        OperatorPool pool = pools.get();
        var started = new ArrayList<SkillId>();
        var unknown = new ArrayList<String>();
        for (String name : names) {
            pool.usable().stream()
                    .map(Operator::id)
                    .filter(id -> id.value().equals(name))
                    .findFirst()
                    .filter(id -> pool.invoke(id, context))
                    .ifPresentOrElse(started::add, () -> unknown.add(name));
        }
        if (started.isEmpty()) {
            return refuse(state, "there are no such usable skills: " + unknown);
        }
        events.accept(new ChatEvent.OperatorsSent(started));
        List<OperatorReport> reports;
        try {
            reports = pool.reports();
        } finally {
            pool.stop(new Outcome.Cancelled());
        }
        return go(
                state.looked(reports),
                Data.fields()
                        .put("operators", reports.stream().map(ChatRecord::view).toList())
                        .put(
                                "notifications",
                                reports.stream()
                                        .flatMap(report -> report.notifications().stream())
                                        .map(
                                                one ->
                                                        NotificationView.of(
                                                                one, NotificationStatus.UNREAD))
                                        .toList())
                        .put("unknown", unknown.stream().map(Data::of).toList())
                        .build());
    }

    private Step<ChatState> answer(ChatState state, String text, List<String> cites) {
        List<String> unknown = cites.stream().filter(id -> !found.has(id)).toList();
        if (!unknown.isEmpty()) {
            return refuse(state, "cites: nothing of the record has the id " + unknown);
        }
        return text.isBlank()
                ? refuse(state, "text: an answer must not be empty")
                : new Step.Finish<>(
                        state.answered(text.strip(), cites),
                        Data.fields().put("answered", true).build());
    }
}
