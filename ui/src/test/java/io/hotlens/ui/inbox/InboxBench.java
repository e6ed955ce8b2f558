package io.hotlens.ui.inbox;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long the JavaFX thread is held by an inbox of 100,000 notifications. Prints the time of each
/// step and its ratio to the limit of one that is felt.
@Tag("bench")
final class InboxBench {

    private static final int MANY = 100_000;
    private static final double LIMIT_MS = 50;
    private static final int TIMES = 9;

    private final TargetModel target =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));
    private final InboxViewModel model =
            new InboxViewModel(
                    target,
                    (ids, status) ->
                            target.apply(
                                    ids.stream()
                                            .<AppEvent>map(
                                                    id ->
                                                            new AppEvent.NotificationChanged(
                                                                    Samples.NOON, id, status))
                                            .toList()));

    private static Notification notification(int number) {
        Notification like =
                switch (number % 3) {
                    case 0 -> Samples.deadlock();
                    case 1 -> Samples.starvation();
                    default -> Samples.backlog();
                };
        return new Notification(
                new NotificationId("%016x".formatted(number + 100)),
                like.investigation(),
                like.operator(),
                like.type(),
                "subject " + number % 20_000,
                like.severity(),
                like.context(),
                like.observation() + " number " + number,
                like.hypothesis(),
                like.snapshots(),
                like.evidence(),
                like.detectedAt().plusMillis(number));
    }

    @Test
    void manyNotifications() {
        var all = new ArrayList<NotificationBook.Entry>();
        for (int i = 0; i < MANY; i++) {
            all.add(new NotificationBook.Entry(notification(i), NotificationStatus.UNREAD));
        }
        print("all are taken in", once(() -> target.restore(all)));
        measure("a text is typed", i -> model.filter(f -> f.text("number " + i)));
        model.filter(f -> f.text(""));
        measure("repeats are shown one by one", i -> model.filter(f -> f.grouped(i % 2 == 0)));
        measure(
                "a severity is chosen",
                i ->
                        model.filter(
                                f ->
                                        f.severity(
                                                i % 2 == 0
                                                        ? Optional.of(Severity.CRITICAL)
                                                        : Optional.empty())));
        model.filter(InboxFilter::open);
        measure("one comes", i -> target.findings().add(notification(MANY + i)));
        model.filter(f -> f.grouped(false));
        List<FoundItem> thousand = List.copyOf(model.items().subList(0, 1_000));
        measure(
                "a thousand are moved",
                i ->
                        model.move(
                                thousand,
                                i % 2 == 0
                                        ? NotificationStatus.RESOLVED
                                        : NotificationStatus.UNREAD));
    }

    private static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void measure(String what, java.util.function.IntConsumer work) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            int round = i;
            times.add(once(() -> work.accept(round)));
        }
        times.sort(null);
        print(what, times.get(TIMES / 2));
    }

    private static void print(String what, double ms) {
        System.out.printf(
                "inbox of %,d: %s: %.1f ms; ratio to the limit of %.0f ms: %.2f%n",
                MANY, what, ms, LIMIT_MS, ms / LIMIT_MS);
    }
}
