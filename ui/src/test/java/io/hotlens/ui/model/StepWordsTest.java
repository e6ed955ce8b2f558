package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

final class StepWordsTest {

    private static final SkillId GC = new SkillId("gc");

    static Stream<Arguments> operatorSteps() {
        return Stream.of(
                Arguments.of(new OperatorEvent.Started("why"), "began to look"),
                Arguments.of(
                        new OperatorEvent.Asking(HealthState.HEALTHY), "decides what to do next"),
                Arguments.of(
                        new OperatorEvent.Chose(
                                "think", Data.NOTHING, Usage.NONE, OptionalLong.empty()),
                        "used think"),
                Arguments.of(
                        new OperatorEvent.Rejected(
                                "done", "a reason is missing", OptionalLong.empty()),
                        "done was not accepted: a reason is missing"),
                Arguments.of(
                        new OperatorEvent.StateChanged(
                                HealthState.HEALTHY, HealthState.WARNING, "long pauses"),
                        "went from healthy to warning: long pauses"),
                Arguments.of(
                        new OperatorEvent.SnapshotTaken(Samples.snapshot("gc")),
                        "took a snapshot of 3 readings"),
                Arguments.of(
                        new OperatorEvent.ScriptRan(
                                "return 1", Data.of(1), "", Duration.ofMillis(42)),
                        "ran a script (42 ms)"),
                Arguments.of(
                        new OperatorEvent.ScriptRan(
                                "x()", Data.NOTHING, "line 1: x is nil", Duration.ofMillis(2)),
                        "a script failed: line 1: x is nil (2 ms)"),
                Arguments.of(
                        new OperatorEvent.Waiting(Duration.ofSeconds(5)),
                        "waits 5 s to look again"),
                Arguments.of(new OperatorEvent.Thought("odd"), "thought: odd"));
    }

    @ParameterizedTest
    @MethodSource("operatorSteps")
    void everyStepOfAnOperatorHasWords(OperatorEvent.Step step, String words) {
        assertEquals(words, StepWords.of(step));
    }

    static Stream<Arguments> coordinatorSteps() {
        return Stream.of(
                Arguments.of(new CoordinatorEvent.Started("why", List.of()), "began"),
                Arguments.of(new CoordinatorEvent.Started("why", List.of(GC)), "began with gc"),
                Arguments.of(new CoordinatorEvent.OperatorsInvoked(List.of(GC)), "sent out gc"),
                Arguments.of(
                        new CoordinatorEvent.OperatorMessaged(GC, "how long?", "41 ms"),
                        "asked gc: how long?"),
                Arguments.of(
                        new CoordinatorEvent.StatusesChanged(
                                List.of(Samples.deadlock().id()), NotificationStatus.RESOLVED),
                        "moved 1 notification to resolved"),
                Arguments.of(
                        new CoordinatorEvent.InsightProduced(Samples.guess()),
                        "concluded: A remote service may be slow"),
                Arguments.of(
                        new CoordinatorEvent.FollowUpScheduled(Duration.ofMinutes(2), "to be sure"),
                        "looks again in 2 min: to be sure"),
                Arguments.of(
                        new CoordinatorEvent.OperatorCrashed(GC, "out of memory"),
                        "the operator gc crashed: out of memory"),
                Arguments.of(
                        new CoordinatorEvent.Waiting(Duration.ofSeconds(30)),
                        "waits for the operators, 30 s at most"),
                Arguments.of(
                        new CoordinatorEvent.Finished(new Outcome.Failed("no model")),
                        "could not go on: no model"));
    }

    @ParameterizedTest
    @MethodSource("coordinatorSteps")
    void everyStepOfTheCoordinatorHasWords(CoordinatorEvent.Step step, String words) {
        assertEquals(words, StepWords.of(step));
    }

    @Test
    void textOfATargetWithBracesIsShownAsItIs() {
        assertEquals("thought: {0} {x}", StepWords.of(new OperatorEvent.Thought("{0} {x}")));
    }
}
