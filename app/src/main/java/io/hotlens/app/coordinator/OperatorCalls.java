package io.hotlens.app.coordinator;

import io.hotlens.app.loop.Step;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorStatus;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The tools by which a coordinator deals with operators: send out, ask, see where they stand.
final class OperatorCalls {

    private static final String NOT_FOUND = "there is no usable skill of this name";

    private final OperatorPool pool;
    private final String reason;
    private final OperatorQuestions questions;
    private final Consumer<CoordinatorEvent.Step> events;

    /// @param reason told to operators that are sent out without a context
    OperatorCalls(
            OperatorPool pool,
            String reason,
            OperatorQuestions questions,
            Consumer<CoordinatorEvent.Step> events) {
        this.pool = pool;
        this.reason = reason;
        this.questions = questions;
        this.events = events;
    }

    Data statuses() {
        List<OperatorStatus> statuses = pool.statuses();
        events.accept(new CoordinatorEvent.StatusesRead(statuses.size()));
        return Data.items(statuses.stream().map(OperatorCalls::view).toList());
    }

    Step<CoordinatorState> invoke(
            CoordinatorState state, List<String> names, Optional<String> context) {
        String why = context.filter(c -> !c.isBlank()).orElse(reason);
        var started = new ArrayList<SkillId>();
        var unknown = new ArrayList<String>();
        var skipped = new ArrayList<Data>();
        for (String name : names) {
            Optional<Operator> operator = find(name);
            if (operator.isEmpty()) {
                unknown.add(name);
                skipped.add(skipped(name, NOT_FOUND));
            } else if (pool.invoke(operator.get().id(), why)) {
                started.add(operator.get().id());
            } else {
                skipped.add(skipped(name, "it is already running"));
            }
        }
        if (!started.isEmpty()) {
            events.accept(new CoordinatorEvent.OperatorsInvoked(started));
        }
        Data answer =
                Data.fields()
                        .put(
                                "started",
                                CoordinatorRole.texts(
                                        started.stream().map(SkillId::value).toList()))
                        .put("count", started.size())
                        .put("skipped", skipped)
                        .build();
        return !names.isEmpty() && unknown.size() == names.size()
                ? new Step.Refuse<>(state, answer, "there are no such usable skills: " + unknown)
                : CoordinatorRole.go(state, answer);
    }

    private Optional<Operator> find(String name) {
        Optional<Operator> found =
                pool.usable().stream().filter(o -> o.id().value().equals(name)).findFirst();
        if (found.isEmpty()) {
            events.accept(new CoordinatorEvent.OperatorNotFound(name));
        }
        return found;
    }

    private static Data skipped(String skill, String why) {
        return Data.fields().put("skill", skill).put("why", why).build();
    }

    Step<CoordinatorState> message(CoordinatorState state, String name, String message) {
        Optional<Operator> operator = find(name);
        if (operator.isEmpty()) {
            return CoordinatorRole.refuse(state, "'%s': %s".formatted(name, NOT_FOUND));
        }
        Optional<String> answer = operator.get().tell();
        if (answer.isEmpty() || !pool.invoked(operator.get().id())) {
            return CoordinatorRole.refuse(
                    state, "the operator of %s was not invoked; invoke it first".formatted(name));
        }
        OperatorStatus status = operator.get().status();
        if (operator.get().speaks()) {
            questions.ask(operator.get(), message);
            return CoordinatorRole.go(
                    state,
                    Data.fields()
                            .put("skill", name)
                            .put("state", status.state().word())
                            .put("iteration", status.iteration())
                            .put("asked", true)
                            .put("note", "the answer comes as news; wait for it")
                            .build());
        }
        events.accept(
                new CoordinatorEvent.OperatorMessaged(operator.get().id(), message, answer.get()));
        return CoordinatorRole.go(
                state,
                Data.fields()
                        .put("skill", name)
                        .put("state", status.state().word())
                        .put("iteration", status.iteration())
                        .put("response", answer.get())
                        .build());
    }

    private static Data view(OperatorStatus status) {
        return Data.fields()
                .put("skill", status.skill().value())
                .put("alive", true)
                .put("state", status.state().word())
                .put("iteration", status.iteration())
                .put("running", status.running())
                .put("queued", status.queued())
                .put(
                        "started_at",
                        status.startedAt().map(at -> Data.of(at.toString())).orElse(Data.NOTHING))
                .build();
    }
}
