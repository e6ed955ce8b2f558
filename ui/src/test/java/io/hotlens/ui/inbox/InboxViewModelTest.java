package io.hotlens.ui.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Graphs;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class InboxViewModelTest {

    private final TargetModel target =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));
    private final List<String> moves = new ArrayList<>();
    private final InboxViewModel model =
            new InboxViewModel(
                    target, Inline.tasks(), (ids, status) -> moves.add(ids + " " + status.word()));

    @BeforeEach
    void findEverything() {
        target.apply(Script.deadlocked().events());
    }

    private List<String> types() {
        return model.items().stream().map(item -> item.notification().type()).toList();
    }

    @Test
    void theNewestStandsFirst() {
        assertEquals(List.of("queue_backlog", "thread_pool_starvation", "deadlock"), types());
    }

    @Test
    void theFilterLooksAtTextAndSkill() {
        model.filter(f -> f.text("stock-reader"));
        assertEquals(List.of("deadlock"), types());
        model.filter(f -> f.text("heap"));
        assertEquals(List.of("queue_backlog"), types());
    }

    @Test
    void theStatusesAreCountedWhateverIsShown() {
        model.filter(f -> f.text("nothing like that"));
        assertEquals(List.of(), types());
        assertEquals(3, model.counts().get().of(NotificationStatus.UNREAD));
        assertEquals(0, model.counts().get().of(NotificationStatus.RESOLVED));
        assertEquals(1, model.counts().get().of(Severity.CRITICAL));
    }

    @Test
    void acknowledgingAsksTheEngineAndChangesNothingItself() {
        model.open(Samples.deadlock().id());
        model.move(List.of(), NotificationStatus.ACKNOWLEDGED);
        assertEquals(List.of("[" + Samples.deadlock().id() + "] acknowledged"), moves);
        assertEquals(
                NotificationStatus.UNREAD, model.selected().get().orElseThrow().status().get());
    }

    @Test
    void whatStandsThereAlreadyIsNotAskedAgain() {
        model.open(Samples.deadlock().id());
        model.move(List.of(), NotificationStatus.UNREAD);
        assertEquals(List.of(), moves);
    }

    @Test
    void openingANotificationClearsAFilterThatHidesIt() {
        model.filter(f -> f.status(Optional.of(NotificationStatus.RESOLVED)));
        model.open(Samples.backlog().id());
        assertEquals(3, model.items().size());
        assertEquals(
                Samples.backlog().id(), model.selected().get().orElseThrow().notification().id());
    }

    private Notification again(int number, Notification like) {
        return new Notification(
                new NotificationId("%016x".formatted(number)),
                like.investigation(),
                like.operator(),
                like.type(),
                like.subject(),
                like.severity(),
                like.context(),
                like.observation(),
                like.hypothesis(),
                like.snapshots(),
                like.evidence(),
                like.detectedAt().plusSeconds(number));
    }

    @Test
    void severityOperatorAndAgeNarrowTheList() {
        model.filter(f -> f.severity(Optional.of(Severity.CRITICAL)));
        assertEquals(List.of("deadlock"), types());
        model.filter(f -> f.severity(Optional.empty()).skill(Optional.of(new SkillId("heap"))));
        assertEquals(List.of("queue_backlog"), types());
        Vitals before = Vitals.NONE;
        target.show(
                new Vitals(
                        Samples.NOON,
                        before.state(),
                        before.cost(),
                        before.model(),
                        before.normality(),
                        before.byId()));
        model.filter(f -> f.skill(Optional.empty()).age(Optional.of(Duration.ofSeconds(58))));
        assertEquals(List.of("queue_backlog", "thread_pool_starvation"), types());
    }

    @Test
    void repeatsAreOneRowThatIsMovedAsOne() {
        target.findings().add(again(7, Samples.deadlock()));
        assertEquals(List.of("deadlock", "queue_backlog", "thread_pool_starvation"), types());
        assertEquals(2, model.items().getFirst().repeats().get());
        model.move(List.of(model.items().getFirst()), NotificationStatus.RESOLVED);
        assertEquals(List.of("[%016x, %016x] resolved".formatted(7, 1)), moves);
        model.filter(f -> f.grouped(false));
        assertEquals(4, model.items().size());
        model.move(List.of(model.items().getFirst()), NotificationStatus.RESOLVED);
        assertEquals("[%016x] resolved".formatted(7), moves.getLast());
    }

    @Test
    void aRepeatThatStandsElsewhereStaysThere() {
        target.apply(
                List.of(
                        new AppEvent.NotificationChanged(
                                Samples.NOON,
                                Samples.deadlock().id(),
                                NotificationStatus.RESOLVED)));
        target.findings().add(again(7, Samples.deadlock()));
        model.move(List.of(model.items().getFirst()), NotificationStatus.ACKNOWLEDGED);
        assertEquals(List.of("[%016x] acknowledged".formatted(7)), moves);
    }

    @Test
    void anOlderRepeatIsOpenedAndItsRowStandsForIt() {
        target.findings().add(again(7, Samples.deadlock()));
        model.open(Samples.deadlock().id());
        FoundItem opened = model.selected().get().orElseThrow();
        assertEquals(Samples.deadlock().id(), opened.notification().id());
        assertEquals(model.items().getFirst(), model.rowOf(opened).orElseThrow());
    }

    @Test
    void whatIsNewIsAddedBeforeWhatIsShown() {
        var changes = new ArrayList<String>();
        model.items()
                .addListener(
                        (ListChangeListener<FoundItem>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(
                                                change.getAddedSize()
                                                        + " added, "
                                                        + change.getRemovedSize()
                                                        + " removed");
                                    }
                                });
        model.filter(f -> f.grouped(false));
        target.findings().add(again(7, Samples.deadlock()));
        assertEquals(List.of("1 added, 0 removed"), changes);
    }

    @Test
    void whatIsAskedWhileItFiltersIsFilteredAfterwards() {
        var held = new Inline.Held();
        var slow = new InboxViewModel(target, held.tasks(), (_, _) -> {});
        slow.filter(f -> f.text("stock"));
        slow.filter(f -> f.text("stock-reader"));
        slow.open(Samples.backlog().id());
        assertEquals(List.of(), slow.items());
        assertEquals(Optional.empty(), slow.selected().get());
        held.release();
        assertEquals(3, slow.items().size());
        assertEquals(
                Samples.backlog().id(), slow.selected().get().orElseThrow().notification().id());
        assertFalse(slow.filtering().get());
    }

    @Test
    void aFilterThatWasOvertakenIsNotShown() {
        var held = new Inline.Held();
        var slow = new InboxViewModel(target, held.tasks(), (_, _) -> {});
        held.release();
        var sizes = new ArrayList<Integer>();
        slow.items()
                .addListener((ListChangeListener<FoundItem>) _ -> sizes.add(slow.items().size()));
        slow.filter(f -> f.text("queue"));
        slow.filter(f -> f.text("order-writer").status(Optional.of(NotificationStatus.RESOLVED)));
        slow.filter(f -> f.text("all 8 threads").status(Optional.empty()));
        held.release();
        assertEquals(List.of(1), sizes);
        assertEquals("thread_pool_starvation", slow.items().getFirst().notification().type());
    }

    @Test
    void earlierSnapshotsOfTheSameSkillAreOfferedNewestFirst() {
        List<Notification> cited = Graphs.web(9).cited();
        cited.forEach(target.findings()::add);
        var offered = new ArrayList<Snapshot>();
        Snapshot last = cited.get(7).snapshots().getFirst();
        model.past().earlier(last, offered::addAll);
        assertEquals(
                List.of(6, 4, 3, 1, 0),
                offered.stream()
                        .map(one -> one.readings().firstEntry().getValue())
                        .map(reading -> ((Reading.Known) reading).value() - 214)
                        .map(Double::intValue)
                        .distinct()
                        .filter(number -> number >= 0)
                        .toList());
    }
}
