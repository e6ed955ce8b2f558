package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class TargetModelTest {

    private final TargetModel model =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));

    private void move(NotificationStatus to) {
        model.apply(
                List.of(
                        new AppEvent.NotificationChanged(
                                Samples.NOON, Samples.deadlock().id(), to)));
    }

    private Run run() {
        return model.current().get().orElseThrow();
    }

    private StepGroup group(String title) {
        return run().groups().stream()
                .filter(group -> group.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNewNotificationIsUnread() {
        model.apply(Script.deadlocked().events());
        assertEquals(3, model.findings().unread().get());
        assertEquals(Optional.of(Severity.CRITICAL), model.findings().worst().get());
    }

    @Test
    void anAcknowledgedNotificationIsReadButStillCounts() {
        model.apply(Script.deadlocked().events());
        move(NotificationStatus.ACKNOWLEDGED);
        assertEquals(2, model.findings().unread().get());
        assertEquals(Optional.of(Severity.CRITICAL), model.findings().worst().get());
    }

    @Test
    void aResolvedNotificationNoLongerMakesTheTargetBad() {
        model.apply(Script.deadlocked().events());
        move(NotificationStatus.RESOLVED);
        assertEquals(Optional.of(Severity.WARNING), model.findings().worst().get());
    }

    @Test
    void anInsightKeepsTheTargetBadThoughItsNotificationsAreDealtWith() {
        model.apply(Script.deadlocked().concluded(Samples.insight()).events());
        for (FoundItem item : model.findings().items()) {
            model.apply(
                    List.of(
                            new AppEvent.NotificationChanged(
                                    Samples.NOON,
                                    item.notification().id(),
                                    NotificationStatus.RESOLVED)));
        }
        assertEquals(Optional.of(Severity.CRITICAL), model.findings().worst().get());
    }

    @Test
    void aNewInvestigationForgetsWhatTheLastOneConcluded() {
        model.apply(Script.deadlocked().concluded(Samples.insight()).events());
        model.apply(new Script(new InvestigationId("f".repeat(32))).started("again").events());
        assertTrue(model.findings().current().isEmpty());
        assertEquals(1, model.findings().insights().size());
    }

    @Test
    void theLikeliestConclusionOfTheNewestInvestigationStandsFirst() {
        model.apply(
                Script.deadlocked()
                        .concluded(Samples.insight())
                        .concluded(Samples.guess())
                        .events());
        assertEquals(List.of(Samples.insight(), Samples.guess()), model.findings().current());
        assertEquals(Samples.insight(), model.findings().insights().getFirst());
    }

    @Test
    void theSameThingReportedTwiceIsCounted() {
        model.findings().add(Samples.deadlock());
        model.findings().add(Samples.deadlock());
        assertEquals(1, model.findings().items().size());
        assertEquals(1, model.findings().items().getFirst().repeats().get());
    }

    @Test
    void whatWasKnownBeforeIsRestoredWithItsStatus() {
        model.restore(
                List.of(
                        new NotificationBook.Entry(
                                Samples.deadlock(), NotificationStatus.ACKNOWLEDGED)));
        assertEquals(0, model.findings().unread().get());
        assertEquals(1, model.findings().items().size());
    }

    @Test
    void whatIsRestoredStandsBehindWhatCameMeanwhile() {
        model.findings().add(Samples.backlog());
        model.restore(List.of(entry(Samples.backlog()), entry(Samples.starvation())));
        model.restore(List.of(entry(Samples.deadlock())));
        assertEquals(
                List.of(Samples.backlog(), Samples.starvation(), Samples.deadlock()),
                model.findings().items().stream().map(FoundItem::notification).toList());
        assertEquals(3, model.findings().counts().get().of(NotificationStatus.RESOLVED));
        assertEquals(2, model.findings().counts().get().of(Severity.WARNING));
        assertEquals(Optional.empty(), model.findings().worstOpen());
        move(NotificationStatus.UNREAD);
        assertEquals(
                Optional.of(Samples.deadlock()),
                model.findings().worstOpen().map(FoundItem::notification));
        assertEquals(1, model.findings().open(Severity.CRITICAL));
    }

    private static NotificationBook.Entry entry(Notification notification) {
        return new NotificationBook.Entry(notification, NotificationStatus.RESOLVED);
    }

    @Test
    void stepsAreGroupedByOperatorUnderItsTitle() {
        model.apply(Script.deadlocked().events());
        assertEquals(
                List.of("Coordinator", "Threads", "Heap"),
                run().groups().stream().map(StepGroup::title).toList());
    }

    @Test
    void aToolCallAndItsEffectAreOneLine() {
        model.apply(Script.deadlocked().events());
        StepLine snapshot = group("Threads").lines().get(1);
        assertEquals("took a snapshot of 3 readings", snapshot.words());
        assertInstanceOf(StepLine.Detail.ToolCall.class, snapshot.details().getFirst());
        assertInstanceOf(StepLine.Detail.Result.class, snapshot.details().getLast());
    }

    @Test
    void aToolCallWithoutAnEffectIsALineOfItsOwn() {
        var asking = new OperatorEvent.Asking(HealthState.HEALTHY);
        model.apply(
                new Script(Samples.RUN)
                        .started("why")
                        .tool("gc", "get_notifications")
                        .operator("gc", asking)
                        .events());
        assertEquals(
                List.of("used get_notifications"),
                group("Garbage collection").lines().stream().map(StepLine::words).toList());
    }

    @Test
    void stepsTooFineForAScreenAreLeftOut() {
        model.apply(
                new Script(Samples.RUN)
                        .started("why")
                        .operator("gc", new OperatorEvent.Started("why"))
                        .operator("gc", new OperatorEvent.ScriptStarted("return 1"))
                        .coordinator(new CoordinatorEvent.DoneRejected(1))
                        .events());
        assertEquals(
                List.of("Garbage collection"),
                run().groups().stream().map(StepGroup::title).toList());
        assertEquals(1, group("Garbage collection").lines().size());
        assertEquals("Garbage collection: began to look", run().step().get());
    }

    @Test
    void waitingAgainAndAgainIsOneLine() {
        var script = new Script(Samples.RUN).started("why");
        for (int i = 0; i < 5; i++) {
            script.operator("gc", new OperatorEvent.Waiting(Duration.ofSeconds(2)));
        }
        model.apply(script.events());
        assertEquals(
                List.of("waits 2 s to look again"),
                group("Garbage collection").lines().stream().map(StepLine::words).toList());
    }

    @Test
    void theCurrentStepIsSaidInWords() {
        model.apply(Script.deadlocked().events());
        assertEquals(
                "Heap: reported (warning): " + Samples.backlog().observation(), run().step().get());
    }

    @Test
    void anEndedRunLeavesNoGroupRunning() {
        model.apply(Script.deadlocked().ended(new Outcome.Cancelled()).events());
        assertTrue(run().groups().stream().noneMatch(group -> group.running().get()));
        assertEquals("cancelled", run().step().get());
    }

    @Test
    void anOperatorCardTellsVerdictAndFindings() {
        model.apply(Script.deadlocked().events());
        OperatorCard threads = card("threads");
        assertTrue(threads.running().get());
        assertEquals(2, threads.found().get());
        assertEquals(Optional.of(HealthState.CRITICAL), threads.state().get());
        model.apply(new Script(Samples.RUN).concluded(Samples.insight()).events());
        assertFalse(threads.running().get());
        assertEquals("idle, found 1", threads.activity().get());
    }

    @Test
    void anOperatorThatNeverLookedHasNoVerdict() {
        assertEquals(Optional.empty(), card("gc").state().get());
        assertEquals("idle, has not looked yet", card("gc").activity().get());
    }

    private OperatorCard card(String skill) {
        return model.operators().cards().stream()
                .filter(card -> card.skill().id().value().equals(skill))
                .findFirst()
                .orElseThrow();
    }
}
