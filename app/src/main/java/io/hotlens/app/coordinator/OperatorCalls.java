package io.hotlens.app.coordinator;

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
    private final Consumer<CoordinatorEvent.Step> events;

    /// @param reason told to operators that are sent out without a context
    OperatorCalls(OperatorPool pool, String reason, Consumer<CoordinatorEvent.Step> events) {
        this.pool = pool;
        this.reason = reason;
        this.events = events;
    }

    Data invoke(List<String> names, Optional<String> context) {
        String why = context.filter(c -> !c.isBlank()).orElse(reason);
        var started = new ArrayList<SkillId>();
        var skipped = new ArrayList<Data>();
        for (String name : names) {
            Optional<Operator> operator = find(name);
            if (operator.isEmpty()) {
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
        return Data.fields()
                .put("started", started.stream().map(id -> Data.of(id.value())).toList())
                .put("count", started.size())
                .put("skipped", skipped)
                .build();
    }

    Data message(String name, String message) {
        Optional<Operator> operator = find(name);
        if (operator.isEmpty()) {
            return Data.fields().put("skill", name).put("error", NOT_FOUND).build();
        }
        Optional<String> answer = operator.get().tell();
        if (answer.isEmpty() || !pool.invoked(operator.get().id())) {
            return Data.fields()
                    .put("skill", name)
                    .put("error", "this operator was not invoked; invoke it first")
                    .build();
        }
        events.accept(
                new CoordinatorEvent.OperatorMessaged(operator.get().id(), message, answer.get()));
        OperatorStatus status = operator.get().status();
        return Data.fields()
                .put("skill", name)
                .put("state", status.state().word())
                .put("iteration", status.iteration())
                .put("response", answer.get())
                .build();
    }

    Data statuses() {
        List<OperatorStatus> statuses = pool.statuses();
        events.accept(new CoordinatorEvent.StatusesRead(statuses.size()));
        return Data.items(statuses.stream().map(OperatorCalls::view).toList());
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
