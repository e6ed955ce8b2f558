package io.hotlens.ui.support;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.RunId;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The events of one investigation, written down one by one.
public final class Script {

    private static final RunId RUN = new RunId("fedcba9876543210fedcba9876543210");

    private final List<AppEvent> events = new ArrayList<>();
    private final InvestigationId id;
    private int second;

    public Script(InvestigationId id) {
        this.id = id;
    }

    /// What the deadlocked service's operators do until they have found everything.
    public static Script deadlocked() {
        return new Script(Samples.RUN)
                .started("requests hang since noon")
                .coordinator(new CoordinatorEvent.Started("requests hang since noon", List.of()))
                .chose("invoke_operators")
                .coordinator(
                        new CoordinatorEvent.OperatorsInvoked(
                                List.of(new SkillId("threads"), new SkillId("heap"))))
                .operator("threads", new OperatorEvent.Started("requests hang since noon"))
                .tool("threads", "take_snapshot")
                .operator("threads", new OperatorEvent.SnapshotTaken(Samples.snapshot("threads")))
                .tool("threads", "execute")
                .operator(
                        "threads",
                        new OperatorEvent.ScriptRan(
                                "return threads_deadlocks()",
                                Data.fields().put("cycles", 1).build(),
                                "",
                                Duration.ofMillis(42)))
                .notified("threads", Samples.deadlock())
                .notified("threads", Samples.starvation())
                .operator(
                        "threads",
                        new OperatorEvent.StateChanged(
                                HealthState.HEALTHY, HealthState.CRITICAL, "2 threads deadlocked"))
                .operator("heap", new OperatorEvent.Started("requests hang since noon"))
                .notified("heap", Samples.backlog());
    }

    /// The rest: reports, the insight, the end.
    public Script concluded(Insight insight) {
        return finished("threads", HealthState.CRITICAL, List.of(Samples.deadlock()))
                .finished("heap", HealthState.WARNING, List.of(Samples.backlog()))
                .coordinator(new CoordinatorEvent.InsightProduced(insight))
                .coordinator(new CoordinatorEvent.Finished(new Outcome.Completed()))
                .ended(new Outcome.Completed());
    }

    public Script started(String reason) {
        return add(new AppEvent.InvestigationStarted(at(), id, reason));
    }

    public Script ended(Outcome outcome) {
        return add(new AppEvent.InvestigationEnded(at(), id, outcome));
    }

    public Script coordinator(CoordinatorEvent.Step step) {
        return add(new AppEvent.FromCoordinator(at(), id, new CoordinatorEvent(at(), 1, step)));
    }

    public Script operator(String skill, OperatorEvent.Step step) {
        var event = new OperatorEvent(at(), RUN, new SkillId(skill), events.size(), step);
        return add(new AppEvent.FromOperator(at(), id, event));
    }

    public Script notified(String skill, Notification notification) {
        return tool(skill, "send_notification")
                .operator(skill, new OperatorEvent.NotificationSent(notification));
    }

    public Script finished(String skill, HealthState state, List<Notification> found) {
        return operator(
                skill,
                new OperatorEvent.Finished(
                        new OperatorReport(
                                RUN,
                                new SkillId(skill),
                                state,
                                new Outcome.Completed(),
                                7,
                                Duration.ofSeconds(4),
                                found,
                                List.of(),
                                List.of(),
                                Usage.NONE)));
    }

    public Script tool(String skill, String tool) {
        return operator(
                skill,
                new OperatorEvent.Chose(
                        tool,
                        Data.fields().put("reason", "to see").build(),
                        Usage.NONE,
                        OptionalLong.empty()));
    }

    /// A step that a model chose whose answer came to a request.
    public Script answered(String skill, String tool, long request) {
        return operator(
                skill,
                new OperatorEvent.Chose(tool, Data.NOTHING, Usage.NONE, OptionalLong.of(request)));
    }

    private Script chose(String tool) {
        return coordinator(
                new CoordinatorEvent.Chose(
                        tool, Data.fields().build(), Usage.NONE, OptionalLong.empty()));
    }

    public List<AppEvent> events() {
        return List.copyOf(events);
    }

    private Instant at() {
        return Samples.NOON.plusSeconds(second);
    }

    private Script add(AppEvent event) {
        events.add(event);
        second++;
        return this;
    }
}
