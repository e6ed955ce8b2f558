package io.hotlens.app.store;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorEvent.Step;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.RunId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Steps of operators as they are kept. A notification is kept apart; its step has the id alone.
/// Fine steps are not kept.
final class OperatorSteps {

    private OperatorSteps() {}

    static Optional<Data> write(OperatorEvent event) {
        return step(event.step())
                .map(
                        step ->
                                Data.fields()
                                        .put("at", event.at().toString())
                                        .put("run", event.run().value())
                                        .put("skill", event.skill().value())
                                        .put("iteration", event.iteration())
                                        .put("step", step)
                                        .build());
    }

    private static Optional<Data> step(Step step) {
        var fields = Data.fields();
        switch (step) {
            case OperatorEvent.Started(String reason) ->
                    fields.put("kind", "started").put("reason", reason);
            case OperatorEvent.Asking(HealthState state) ->
                    fields.put("kind", "asking").put("state", state.word());
            case OperatorEvent.Chose(String tool, Data arguments, var usage, _) ->
                    fields.put("kind", "chose")
                            .put("tool", tool)
                            .put("arguments", arguments)
                            .put("usage", RunData.write(usage));
            case OperatorEvent.Rejected(String tool, String reason, _) ->
                    fields.put("kind", "rejected").put("tool", tool).put("reason", reason);
            case OperatorEvent.StateChanged(HealthState from, HealthState to, String reason) ->
                    fields.put("kind", "state")
                            .put("from", from.word())
                            .put("to", to.word())
                            .put("reason", reason);
            case OperatorEvent.SnapshotTaken(var snapshot) ->
                    fields.put("kind", "snapshot").put("snapshot", FindingData.write(snapshot));
            case OperatorEvent.ScriptRan(String code, Data result, String error, var took) ->
                    fields.put("kind", "script")
                            .put("code", code)
                            .put("result", result)
                            .put("error", error)
                            .put("took_ms", RunData.millis(took));
            case OperatorEvent.NotificationSent(Notification sent) ->
                    fields.put("kind", "notified").put("notification", sent.id().value());
            case OperatorEvent.Waiting(var pause) ->
                    fields.put("kind", "waiting").put("pause_ms", RunData.millis(pause));
            case OperatorEvent.Thought(String text) ->
                    fields.put("kind", "thought").put("text", text);
            case OperatorEvent.Finished(OperatorReport report) ->
                    fields.put("kind", "finished").put("report", report(report));
            case OperatorEvent.Fine _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(fields.build());
    }

    private static Data report(OperatorReport report) {
        return Data.fields()
                .put("state", report.state().word())
                .put("outcome", RunData.write(report.outcome()))
                .put("iterations", report.iterations())
                .put("duration_ms", RunData.millis(report.duration()))
                .put(
                        "notifications",
                        Part.items(report.notifications().stream().map(Notification::id).toList()))
                .put("unseen", Part.items(report.unseen()))
                .put("usage", RunData.write(report.usage()))
                .build();
    }

    static OperatorEvent read(Part part, Map<NotificationId, Notification> found) {
        var run = new RunId(part.text("run"));
        var skill = new SkillId(part.text("skill"));
        return new OperatorEvent(
                part.time("at"),
                run,
                skill,
                part.whole("iteration"),
                readStep(part.part("step"), run, skill, found));
    }

    private static Step readStep(
            Part step, RunId run, SkillId skill, Map<NotificationId, Notification> found) {
        return switch (step.text("kind")) {
            case "started" -> new OperatorEvent.Started(step.text("reason"));
            case "asking" -> new OperatorEvent.Asking(step.word(HealthState.class, "state"));
            case "chose" ->
                    new OperatorEvent.Chose(
                            step.text("tool"),
                            step.data("arguments"),
                            RunData.readUsage(step.part("usage")),
                            OptionalLong.empty());
            case "rejected" ->
                    new OperatorEvent.Rejected(
                            step.text("tool"), step.text("reason"), OptionalLong.empty());
            case "state" ->
                    new OperatorEvent.StateChanged(
                            step.word(HealthState.class, "from"),
                            step.word(HealthState.class, "to"),
                            step.text("reason"));
            case "snapshot" ->
                    new OperatorEvent.SnapshotTaken(
                            FindingData.readSnapshot(step.part("snapshot")));
            case "script" ->
                    new OperatorEvent.ScriptRan(
                            step.text("code"),
                            step.data("result"),
                            step.text("error"),
                            step.span("took_ms"));
            case "notified" ->
                    new OperatorEvent.NotificationSent(
                            one(new NotificationId(step.text("notification")), found));
            case "waiting" -> new OperatorEvent.Waiting(step.span("pause_ms"));
            case "thought" -> new OperatorEvent.Thought(step.text("text"));
            case "finished" ->
                    new OperatorEvent.Finished(readReport(step.part("report"), run, skill, found));
            default -> throw new IllegalArgumentException("no step is " + step.fields());
        };
    }

    private static OperatorReport readReport(
            Part report, RunId run, SkillId skill, Map<NotificationId, Notification> found) {
        return new OperatorReport(
                run,
                skill,
                report.word(HealthState.class, "state"),
                RunData.readOutcome(report.part("outcome")),
                report.whole("iterations"),
                report.span("duration_ms"),
                FindingData.ids(report, "notifications").stream()
                        .map(id -> one(id, found))
                        .toList(),
                List.of(),
                report.texts("unseen"),
                RunData.readUsage(report.part("usage")));
    }

    private static Notification one(NotificationId id, Map<NotificationId, Notification> found) {
        return Optional.ofNullable(found.get(id))
                .orElseThrow(
                        () -> new IllegalArgumentException("no notification " + id + " was kept"));
    }
}
