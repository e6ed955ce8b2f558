package io.hotlens.ui.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InboxViewModelTest {

    private final TargetModel target =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));
    private final List<String> moves = new ArrayList<>();
    private final InboxViewModel model =
            new InboxViewModel(target, (id, status) -> moves.add(id + " " + status.word()));

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
        model.filter().set("stock-reader");
        assertEquals(List.of("deadlock"), types());
        model.filter().set("heap");
        assertEquals(List.of("queue_backlog"), types());
    }

    @Test
    void theStatusesAreCountedWhateverIsShown() {
        model.filter().set("nothing like that");
        assertEquals(
                Map.of(
                        NotificationStatus.UNREAD, 3,
                        NotificationStatus.ACKNOWLEDGED, 0,
                        NotificationStatus.RESOLVED, 0),
                model.counts());
    }

    @Test
    void acknowledgingAsksTheEngineAndChangesNothingItself() {
        model.open(Samples.deadlock().id());
        model.acknowledge();
        assertEquals(List.of(Samples.deadlock().id() + " acknowledged"), moves);
        assertEquals(
                NotificationStatus.UNREAD, model.selected().get().orElseThrow().status().get());
    }

    @Test
    void whatStandsThereAlreadyIsNotAskedAgain() {
        model.open(Samples.deadlock().id());
        model.unread();
        assertEquals(List.of(), moves);
    }

    @Test
    void openingANotificationClearsAFilterThatHidesIt() {
        model.status().set(Optional.of(NotificationStatus.RESOLVED));
        model.open(Samples.backlog().id());
        assertEquals(3, model.items().size());
        assertEquals(
                Samples.backlog().id(), model.selected().get().orElseThrow().notification().id());
    }
}
