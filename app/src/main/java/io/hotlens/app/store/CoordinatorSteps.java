package io.hotlens.app.store;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.coordinator.CoordinatorEvent.Step;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Steps of a coordinator as they are kept. An insight is kept apart; its step has the id alone.
/// Fine steps are not kept.
final class CoordinatorSteps {

    private CoordinatorSteps() {}

    static Optional<Data> write(CoordinatorEvent event) {
        return step(event.step())
                .map(
                        step ->
                                Data.fields()
                                        .put("at", event.at().toString())
                                        .put("iteration", event.iteration())
                                        .put("step", step)
                                        .build());
    }

    private static Optional<Data> step(Step step) {
        var fields = Data.fields();
        switch (step) {
            case CoordinatorEvent.Started(String reason, List<SkillId> skills) ->
                    fields.put("kind", "started")
                            .put("reason", reason)
                            .put("skills", Part.items(skills));
            case CoordinatorEvent.Asking _ -> fields.put("kind", "asking");
            case CoordinatorEvent.Chose(String tool, Data arguments, var usage, _) ->
                    fields.put("kind", "chose")
                            .put("tool", tool)
                            .put("arguments", arguments)
                            .put("usage", RunData.write(usage));
            case CoordinatorEvent.Rejected(String tool, String reason, _) ->
                    fields.put("kind", "rejected").put("tool", tool).put("reason", reason);
            case CoordinatorEvent.OperatorsInvoked(List<SkillId> skills) ->
                    fields.put("kind", "invoked").put("skills", Part.items(skills));
            case CoordinatorEvent.OperatorMessaged(SkillId skill, String message, String answer) ->
                    fields.put("kind", "messaged")
                            .put("skill", skill.value())
                            .put("message", message)
                            .put("answer", answer);
            case CoordinatorEvent.StatusesChanged(var ids, NotificationStatus status) ->
                    fields.put("kind", "statuses")
                            .put("notifications", Part.items(ids))
                            .put("status", status.word());
            case CoordinatorEvent.InsightProduced(Insight insight) ->
                    fields.put("kind", "insight").put("insight", insight.id());
            case CoordinatorEvent.FollowUpScheduled(var delay, String reason) ->
                    fields.put("kind", "follow_up")
                            .put("delay_ms", RunData.millis(delay))
                            .put("reason", reason);
            case CoordinatorEvent.OperatorCrashed(SkillId skill, String reason) ->
                    fields.put("kind", "crashed").put("skill", skill.value()).put("reason", reason);
            case CoordinatorEvent.Waiting(var pause) ->
                    fields.put("kind", "waiting").put("pause_ms", RunData.millis(pause));
            case CoordinatorEvent.Thought(String text) ->
                    fields.put("kind", "thought").put("text", text);
            case CoordinatorEvent.Finished(var outcome) ->
                    fields.put("kind", "finished").put("outcome", RunData.write(outcome));
            case CoordinatorEvent.Fine _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(fields.build());
    }

    /// @param insights by id
    static CoordinatorEvent read(Part part, Map<String, Insight> insights) {
        return new CoordinatorEvent(
                part.time("at"), part.whole("iteration"), readStep(part.part("step"), insights));
    }

    private static Step readStep(Part step, Map<String, Insight> insights) {
        return switch (step.text("kind")) {
            case "started" ->
                    new CoordinatorEvent.Started(step.text("reason"), skills(step, "skills"));
            case "asking" -> new CoordinatorEvent.Asking();
            case "chose" ->
                    new CoordinatorEvent.Chose(
                            step.text("tool"),
                            step.data("arguments"),
                            RunData.readUsage(step.part("usage")),
                            OptionalLong.empty());
            case "rejected" ->
                    new CoordinatorEvent.Rejected(
                            step.text("tool"), step.text("reason"), OptionalLong.empty());
            case "invoked" -> new CoordinatorEvent.OperatorsInvoked(skills(step, "skills"));
            case "messaged" ->
                    new CoordinatorEvent.OperatorMessaged(
                            new SkillId(step.text("skill")),
                            step.text("message"),
                            step.text("answer"));
            case "statuses" ->
                    new CoordinatorEvent.StatusesChanged(
                            FindingData.ids(step, "notifications"),
                            step.word(NotificationStatus.class, "status"));
            case "insight" -> new CoordinatorEvent.InsightProduced(one(step, insights));
            case "follow_up" ->
                    new CoordinatorEvent.FollowUpScheduled(
                            step.span("delay_ms"), step.text("reason"));
            case "crashed" ->
                    new CoordinatorEvent.OperatorCrashed(
                            new SkillId(step.text("skill")), step.text("reason"));
            case "waiting" -> new CoordinatorEvent.Waiting(step.span("pause_ms"));
            case "thought" -> new CoordinatorEvent.Thought(step.text("text"));
            case "finished" ->
                    new CoordinatorEvent.Finished(RunData.readOutcome(step.part("outcome")));
            default -> throw new IllegalArgumentException("no step is " + step.fields());
        };
    }

    private static Insight one(Part step, Map<String, Insight> insights) {
        String id = step.text("insight");
        return Optional.ofNullable(insights.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no insight " + id + " was kept"));
    }

    private static List<SkillId> skills(Part part, String name) {
        return part.texts(name).stream().map(SkillId::new).toList();
    }
}
