package io.hotlens.app.operator;

import io.hotlens.app.access.OutputLimit;
import io.hotlens.app.loop.Step;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What follows from each tool of an operator, given what the world answered: no input or output
/// here.
final class OperatorSteps {

    private static final OutputLimit LIMIT = new OutputLimit(32_000);
    private static final long SHORTEST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 300_000;

    private OperatorSteps() {}

    static Step<OperatorState> apply(OperatorState state, OperatorTool tool, Effect effect) {
        return switch (tool) {
            case OperatorTool.SetState(HealthState next, _) ->
                    go(
                            state.with(next),
                            Data.fields()
                                    .put("state", next.word())
                                    .put("before", state.health().word())
                                    .build());
            case OperatorTool.SendNotification draft ->
                    effect instanceof Effect.Stamp stamp
                            ? send(state, draft, stamp)
                            : go(state, error("the notification has no id"));
            case OperatorTool.GetNotifications() -> go(state, notifications(state));
            case OperatorTool.TakeSnapshot() -> taken(state, effect);
            case OperatorTool.GetSnapshot(String id) ->
                    state.snapshot(id)
                            .map(snapshot -> go(state, snapshot.toData()))
                            .orElseGet(() -> unknownSnapshots(state, List.of(id)));
            case OperatorTool.GetSnapshots(Optional<Long> limit, Optional<Long> offset) ->
                    go(state, page(state.snapshots(), limit, offset));
            case OperatorTool.Execute _ -> ran(state, effect);
            case OperatorTool.Wait(long ms) ->
                    new Step.Pause<>(
                            state,
                            Duration.ofMillis(Math.clamp(ms, SHORTEST_WAIT_MS, LONGEST_WAIT_MS)));
            case OperatorTool.Think(String thought) ->
                    go(state, Data.fields().put("thought", thought).put("recorded", true).build());
            case OperatorTool.Done() ->
                    new Step.Finish<>(state, Data.fields().put("done", true).build());
        };
    }

    private static Step<OperatorState> go(OperatorState state, Data answer) {
        return new Step.Continue<>(state, LIMIT.apply(answer));
    }

    private static Step<OperatorState> refuse(OperatorState state, String reason) {
        return new Step.Refuse<>(state, error(reason), reason);
    }

    private static Data error(String why) {
        return Data.fields().put("error", why).build();
    }

    private static Data notifications(OperatorState state) {
        return Data.items(
                state.notifications().stream()
                        .map(n -> NotificationView.of(n, NotificationStatus.UNREAD))
                        .toList());
    }

    private static Step<OperatorState> send(
            OperatorState state, OperatorTool.SendNotification draft, Effect.Stamp stamp) {
        var ids = new LinkedHashSet<>(draft.snapshotIds());
        if (ids.isEmpty()) {
            return refuse(state, "snapshot_ids: at least one is needed; take a snapshot first");
        }
        List<String> unknown = ids.stream().filter(id -> state.snapshot(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return unknownSnapshots(state, unknown);
        }
        if (!draft.type().matches("[a-z][a-z0-9_]{1,60}") || draft.observation().isBlank()) {
            return refuse(
                    state, "type is a word such as heap_leak, and observation must not be empty");
        }
        var notification =
                new Notification(
                        stamp.id(),
                        stamp.investigation(),
                        stamp.operator(),
                        draft.type(),
                        draft.subject().orElse(""),
                        draft.severity(),
                        draft.context(),
                        draft.observation(),
                        draft.hypothesis().filter(h -> !h.isBlank()),
                        ids.stream().flatMap(id -> state.snapshot(id).stream()).toList(),
                        LIMIT.apply(draft.evidence().orElse(Data.NOTHING)),
                        stamp.at());
        return go(
                state.with(notification),
                Data.fields().put("notification_id", stamp.id().value()).put("sent", true).build());
    }

    private static Step<OperatorState> unknownSnapshots(OperatorState state, List<String> ids) {
        String reason = "snapshots not found: " + String.join(", ", ids);
        Data answer =
                Data.fields()
                        .put("error", reason)
                        .put(
                                "known",
                                state.snapshots().reversed().stream()
                                        .limit(Page.DEFAULT_LIMIT)
                                        .map(s -> Data.of(s.id()))
                                        .toList())
                        .build();
        return new Step.Refuse<>(state, answer, reason);
    }

    private static Data page(
            List<Snapshot> snapshots, Optional<Long> limit, Optional<Long> offset) {
        int from = Math.clamp(offset.orElse(0L), 0, snapshots.size());
        int most = Math.clamp(limit.orElse((long) Page.DEFAULT_LIMIT), 0, Page.MAX_LIMIT);
        List<Data.Fields> shown =
                snapshots.stream().skip(from).limit(most).map(Snapshot::toData).toList();
        return Data.fields()
                .put("total", snapshots.size())
                .put("showing", shown.size())
                .put("offset", from)
                .put("items", shown)
                .build();
    }

    private static Step<OperatorState> taken(OperatorState state, Effect effect) {
        return switch (effect) {
            case Effect.Taken(Snapshot snapshot) -> go(state.with(snapshot), snapshot.toData());
            case Effect.Unreadable(String why) -> go(state, error("no snapshot: " + why));
            case Effect.None _, Effect.Ran _, Effect.Stamp _ -> go(state, error("no snapshot"));
        };
    }

    private static Step<OperatorState> ran(OperatorState state, Effect effect) {
        if (!(effect instanceof Effect.Ran(LuaOutcome outcome))) {
            return go(state, error("the script did not run"));
        }
        return switch (outcome) {
            case LuaOutcome.Value value -> {
                FieldsBuilder answer = common(outcome).put("result", value.result());
                value.lookAgainMs().ifPresent(ms -> answer.put("look_again_ms", (double) ms));
                yield go(state.withScript(Optional.empty()), answer.build());
            }
            case LuaOutcome.Failure failure ->
                    go(
                            state.withScript(Optional.of(failure.message())),
                            common(outcome)
                                    .put("error", failure.message())
                                    .put("line", failure.line())
                                    .build());
        };
    }

    private static FieldsBuilder common(LuaOutcome outcome) {
        return Data.fields()
                .put("printed", outcome.printed().stream().map(Data::of).toList())
                .put("findings", outcome.findings())
                .put("took_ms", (double) outcome.took().toMillis());
    }
}
