package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Every kind of step comes back as it was.
final class StepsTest {

    private static final Data ARGUMENTS = Data.fields().put("code", "return 1").build();
    private static final Usage USAGE = new Usage(1, 20, 3, 0.25);
    private static final Instant NOON = Recorded.NOON;

    private final Recorded recorded = Recorded.deadlock();
    private final Investigation whole = recorded.whole();
    private final Notification found = whole.notifications().getFirst();
    private final Insight insight = whole.insights().getFirst();

    private AppEvent again(AppEvent event) {
        Data written = Json.parse(Json.write(Steps.write(event).orElseThrow()));
        return Steps.read(
                recorded.id(),
                Part.of(written),
                Map.of(found.id(), found),
                Map.of(insight.id(), insight));
    }

    private List<OperatorEvent.Step> ofOperators() {
        return List.of(
                new OperatorEvent.Started("why"),
                new OperatorEvent.Asking(HealthState.OBSERVING),
                new OperatorEvent.Chose("execute", ARGUMENTS, USAGE, OptionalLong.empty()),
                new OperatorEvent.Rejected("execute", "no code", OptionalLong.empty()),
                new OperatorEvent.StateChanged(HealthState.HEALTHY, HealthState.WARNING, "slow"),
                new OperatorEvent.SnapshotTaken(Recorded.snapshot(NOON)),
                new OperatorEvent.ScriptRan("return 1", Data.of(1), "", Duration.ofMillis(12)),
                new OperatorEvent.NotificationSent(found),
                new OperatorEvent.Waiting(Duration.ofSeconds(2)),
                new OperatorEvent.Thought("hm"),
                new OperatorEvent.Finished(whole.operators().getFirst()));
    }

    private List<CoordinatorEvent.Step> ofCoordinators() {
        return List.of(
                new CoordinatorEvent.Started("why", List.of(Recorded.THREADS)),
                new CoordinatorEvent.Asking(),
                new CoordinatorEvent.Chose("wait", ARGUMENTS, USAGE, OptionalLong.empty()),
                new CoordinatorEvent.Rejected("wait", "no time", OptionalLong.empty()),
                new CoordinatorEvent.OperatorsInvoked(List.of(Recorded.THREADS)),
                new CoordinatorEvent.OperatorMessaged(Recorded.THREADS, "since when?", "noon"),
                new CoordinatorEvent.StatusesChanged(
                        List.of(new NotificationId("00000000000000ab")),
                        NotificationStatus.RESOLVED),
                new CoordinatorEvent.InsightProduced(insight),
                new CoordinatorEvent.FollowUpScheduled(Duration.ofMinutes(1), "again"),
                new CoordinatorEvent.OperatorCrashed(Recorded.THREADS, "a bug"),
                new CoordinatorEvent.Waiting(Duration.ofMillis(300)),
                new CoordinatorEvent.Thought("hm"),
                new CoordinatorEvent.Finished(new Outcome.Truncated("300 s")));
    }

    @Test
    void everyStepOfAnOperatorComesBack() {
        ofOperators()
                .forEach(
                        step -> {
                            AppEvent event = recorded.operator(step);
                            assertEquals(event, again(event));
                        });
    }

    @Test
    void everyStepOfACoordinatorComesBack() {
        ofCoordinators()
                .forEach(
                        step -> {
                            AppEvent event = recorded.coordinator(step);
                            assertEquals(event, again(event));
                        });
    }

    @Test
    void theTwoTestsAboveKnowEveryKind() {
        var tried = new HashSet<Class<?>>();
        var all = new ArrayList<Object>(ofOperators());
        all.addAll(ofCoordinators());
        all.forEach(step -> tried.add(step.getClass()));
        Set<Class<?>> kinds = new HashSet<>();
        kinds.addAll(Arrays.asList(OperatorEvent.Step.class.getPermittedSubclasses()));
        kinds.addAll(Arrays.asList(CoordinatorEvent.Step.class.getPermittedSubclasses()));
        kinds.remove(OperatorEvent.Fine.class);
        kinds.remove(CoordinatorEvent.Fine.class);
        assertEquals(kinds, tried);
    }

    @Test
    void anAnswerComesBackAndFineStepsAreNotKept() {
        var answer =
                new ChatAnswer(
                        "which came first?",
                        new Outcome.Completed(),
                        "order-writer",
                        List.of(found.id().value()),
                        NOON,
                        Duration.ofSeconds(1),
                        USAGE);
        var event =
                new AppEvent.FromChat(
                        NOON,
                        recorded.id(),
                        new ChatEvent(NOON, 2, new ChatEvent.Answered(answer)));
        assertEquals(event, again(event));
        assertTrue(Steps.write(recorded.operator(new OperatorEvent.Done())).isEmpty());
        assertTrue(Steps.write(recorded.coordinator(new CoordinatorEvent.Done(0))).isEmpty());
    }
}
