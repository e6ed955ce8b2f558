package io.hotlens.app.operator;

import io.hotlens.app.access.CallbackGateway;
import io.hotlens.app.loop.Role;
import io.hotlens.app.loop.Step;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.app.trace.Ids;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.TargetException;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An operator's part in the loop: fetches what a tool needs from the target, applies it, and tells
/// what happened.
final class OperatorRole implements Role<OperatorState, OperatorTool> {

    static final SkillId BASE = new SkillId("base");

    private static final Pattern PLAYBOOK =
            Pattern.compile("\\s*(return\\s+)?playbook\\s*\\(\\s*\\)\\s*;?\\s*");

    private final CallbackGateway gateway;
    private final LuaSandbox sandbox;
    private final InstantSource clock;
    private final OperatorRequest request;
    private final SkillId skill;
    private final Optional<String> playbook;
    private final Consumer<OperatorEvent.Step> events;

    OperatorRole(
            Workbench bench,
            Skill skill,
            OperatorRequest request,
            Consumer<OperatorEvent.Step> events) {
        this.gateway = bench.gateway();
        this.sandbox = bench.sandbox();
        this.clock = bench.clock();
        this.skill = skill.id();
        this.playbook = skill.playbook();
        this.request = request;
        this.events = events;
    }

    @Override
    public Step<OperatorState> step(OperatorState state, OperatorTool tool)
            throws InterruptedException {
        if (tool instanceof OperatorTool.Execute(String code)) {
            events.accept(new OperatorEvent.ScriptStarted(code));
        }
        Effect effect = effect(tool);
        Step<OperatorState> step = OperatorSteps.apply(state, tool, effect);
        told(state, tool, effect, step).ifPresent(events);
        return step;
    }

    private Effect effect(OperatorTool tool) throws InterruptedException {
        return switch (tool) {
            case OperatorTool.TakeSnapshot() -> snapshot();
            case OperatorTool.Execute(String code) ->
                    new Effect.Ran(sandbox.run(script(code), bridge()));
            case OperatorTool.SendNotification _ ->
                    new Effect.Stamp(
                            NotificationId.random(),
                            request.investigation(),
                            skill,
                            clock.instant());
            case OperatorTool.SetState _,
                    OperatorTool.GetNotifications _,
                    OperatorTool.GetSnapshot _,
                    OperatorTool.GetSnapshots _,
                    OperatorTool.Wait _,
                    OperatorTool.Think _,
                    OperatorTool.Done _ ->
                    new Effect.None();
        };
    }

    /// The playbook for a call of it and nothing else, so that it need not stand in the prompt.
    private String script(String code) {
        return PLAYBOOK.matcher(code).matches() ? playbook.orElse(code) : code;
    }

    private Effect snapshot() throws InterruptedException {
        try {
            var snapshot = new Snapshot(Ids.shortId(), skill, clock.instant(), gateway.read(skill));
            nothingKnown(snapshot).ifPresent(this::missed);
            return new Effect.Taken(snapshot);
        } catch (TargetException e) {
            String why = String.valueOf(e.getMessage());
            missed(why);
            return new Effect.Unreadable(why);
        }
    }

    private void missed(String why) {
        request.grant().missed("snapshot of " + skill + ": " + why);
    }

    /// Why not one reading has a value; empty when one has.
    private static Optional<String> nothingKnown(Snapshot snapshot) {
        var reasons =
                snapshot.readings().values().stream()
                        .flatMap(
                                r ->
                                        r instanceof Reading.Unavailable(String why)
                                                ? Stream.of(why)
                                                : Stream.empty())
                        .toList();
        return reasons.size() < snapshot.readings().size()
                ? Optional.empty()
                : reasons.stream().findFirst();
    }

    private LuaBridge bridge() {
        return new LuaBridge(
                gateway.callbacks(Set.of(skill, BASE)).stream().map(Callback::name).toList(),
                (name, arguments) -> gateway.call(request.grant(), name, arguments));
    }

    /// What there is to tell of a tool; the loop itself tells of a pause.
    private static Optional<OperatorEvent.Step> told(
            OperatorState old, OperatorTool tool, Effect effect, Step<OperatorState> step) {
        OperatorState now = step.state();
        return switch (tool) {
            case OperatorTool.SetState(_, String reason) ->
                    now.health() == old.health()
                            ? Optional.empty()
                            : Optional.of(
                                    new OperatorEvent.StateChanged(
                                            old.health(), now.health(), reason));
            case OperatorTool.SendNotification _ ->
                    Optional.of(
                            now.notifications().size() > old.notifications().size()
                                    ? new OperatorEvent.NotificationSent(
                                            now.notifications().getLast())
                                    : new OperatorEvent.NotificationRefused(error(step)));
            case OperatorTool.GetNotifications() ->
                    Optional.of(new OperatorEvent.NotificationsRead(now.notifications().size()));
            case OperatorTool.TakeSnapshot() ->
                    Optional.of(
                            effect instanceof Effect.Taken(Snapshot snapshot)
                                    ? new OperatorEvent.SnapshotTaken(snapshot)
                                    : new OperatorEvent.SnapshotFailed(error(step)));
            case OperatorTool.GetSnapshot(String id) ->
                    Optional.of(new OperatorEvent.SnapshotRead(id, now.snapshot(id).isPresent()));
            case OperatorTool.GetSnapshots _ ->
                    Optional.of(
                            new OperatorEvent.SnapshotsRead(answer(step).items("items").size()));
            case OperatorTool.Execute(String code) ->
                    effect instanceof Effect.Ran(LuaOutcome outcome)
                            ? Optional.of(ran(code, outcome))
                            : Optional.empty();
            case OperatorTool.Think(String thought) ->
                    Optional.of(new OperatorEvent.Thought(thought));
            case OperatorTool.Done() -> Optional.of(new OperatorEvent.Done());
            case OperatorTool.Wait _ -> Optional.empty();
        };
    }

    private static Data.Fields answer(Step<OperatorState> step) {
        return switch (step) {
            case Step.Continue<OperatorState>(_, Data.Fields fields) -> fields;
            case Step.Refuse<OperatorState>(_, Data.Fields fields, _) -> fields;
            case Step.Continue<OperatorState> _,
                    Step.Refuse<OperatorState> _,
                    Step.Pause<OperatorState> _,
                    Step.Finish<OperatorState> _ ->
                    Data.fields().build();
        };
    }

    private static String error(Step<OperatorState> step) {
        return answer(step).text("error").orElse("");
    }

    private static OperatorEvent.ScriptRan ran(String code, LuaOutcome outcome) {
        return switch (outcome) {
            case LuaOutcome.Value value ->
                    new OperatorEvent.ScriptRan(code, value.result(), "", value.took());
            case LuaOutcome.Failure failure ->
                    new OperatorEvent.ScriptRan(
                            code, Data.NOTHING, failure.message(), failure.took());
        };
    }
}
