package io.hotlens.ui.inbox;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Frames;
import io.hotlens.ui.support.FxWatchdog;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.theme.Look;

import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// How long the JavaFX thread is held by an inbox of 100,000 notifications on the screen, and how
/// fast it scrolls. Prints the longest hold of each step and its ratio to the limit.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class InboxBench {

    private static final int MANY = 100_000;
    private static final double LIMIT_MS = 50;
    private static final double LEAST_FPS = 55;
    private static final int TIMES = 9;
    private static final double PIXELS_A_FRAME = 60;

    private final Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), new FxThread());
    private final TargetModel target =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));
    private InboxViewModel model;

    @Start
    void start(Stage stage) {
        model = new InboxViewModel(target, tasks, this::mark);
        var scene = new Scene(new InboxView(model).node(), 1000, 800);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void mark(List<NotificationId> ids, NotificationStatus status) {
        tasks.screen()
                .execute(
                        () ->
                                target.apply(
                                        ids.stream()
                                                .<AppEvent>map(
                                                        id ->
                                                                new AppEvent.NotificationChanged(
                                                                        Samples.NOON, id, status))
                                                .toList()));
    }

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
    void manyNotifications(FxRobot robot) {
        var all = new ArrayList<NotificationBook.Entry>();
        for (int i = 0; i < MANY; i++) {
            all.add(new NotificationBook.Entry(notification(i), NotificationStatus.UNREAD));
        }
        robot.interact(() -> target.findings().add(notification(MANY + TIMES)));
        settled();
        measure(
                "all are taken in",
                1,
                _ -> {
                    tasks.inPieces(all::reversed, target::restore);
                    Eventually.that("all are there", () -> target.findings().items().size() > MANY);
                });
        onScreen(robot, "a text is typed", i -> model.filter(f -> f.text("number " + i)));
        robot.interact(() -> model.filter(f -> f.text("")));
        onScreen(
                robot,
                "repeats are shown one by one",
                i -> model.filter(f -> f.grouped(i % 2 == 0)));
        onScreen(
                robot,
                "a severity is chosen",
                i ->
                        model.filter(
                                f ->
                                        f.severity(
                                                i % 2 == 0
                                                        ? Optional.of(Severity.CRITICAL)
                                                        : Optional.empty())));
        robot.interact(() -> model.filter(f -> f.open().grouped(false)));
        onScreen(robot, "one comes", i -> target.findings().add(notification(MANY + i)));
        settled();
        List<FoundItem> thousand = List.copyOf(model.items().subList(0, 1_000));
        onScreen(
                robot,
                "a thousand are moved",
                i ->
                        model.move(
                                thousand,
                                i % 2 == 0
                                        ? NotificationStatus.RESOLVED
                                        : NotificationStatus.UNREAD));
        scroll(robot);
    }

    private void settled() {
        Eventually.that("nothing is filtered", () -> !model.filtering().get());
    }

    private void onScreen(FxRobot robot, String what, IntConsumer work) {
        measure(
                what,
                TIMES,
                i -> {
                    robot.interact(() -> work.accept(i));
                    settled();
                });
    }

    private static void measure(String what, int times, IntConsumer work) {
        var watchdog = FxWatchdog.start(Duration.ofMillis(2));
        try (watchdog) {
            for (int i = 0; i < times; i++) {
                work.accept(i);
            }
        }
        Optional<FxWatchdog.Block> worst = watchdog.longest();
        double ms = worst.map(block -> block.held().toNanos() / 1e6).orElse(0.0);
        System.out.printf(
                "inbox of %,d: %s: the longest hold %.1f ms; ratio to the limit of %.0f ms: %.2f%n",
                MANY, what, ms, LIMIT_MS, ms / LIMIT_MS);
        worst.filter(block -> ms > LIMIT_MS).ifPresent(System.out::println);
    }

    private void scroll(FxRobot robot) {
        VirtualFlow<?> rows = robot.lookup("#inbox-list .virtual-flow").queryAs(VirtualFlow.class);
        Frames frames =
                Frames.of(robot, Duration.ofSeconds(5), _ -> rows.scrollPixels(PIXELS_A_FRAME));
        System.out.printf(
                "inbox of %,d: scrolls at %.1f frames a second; ratio to the limit of %.0f: %.2f;"
                        + " worst frame %.1f ms%n",
                MANY,
                frames.perSecond(),
                LEAST_FPS,
                frames.perSecond() / LEAST_FPS,
                frames.worstMs());
    }
}
