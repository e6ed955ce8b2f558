package io.hotlens.ui.fx;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.skills.target.Subscription;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Moves the events of one target to the JavaFX thread, one batch at a time: the next batch is
/// taken when the screen is done with the one before, so a slow screen gets larger batches and
/// never a longer queue. There is at most one batch a frame.
public final class EventPump implements Subscription {

    private static final Duration FRAME = Duration.ofMillis(16);

    /// A longer queue is shown over several frames.
    private static final int MOST = 1_000;

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final EventBus.Reader reader;
    private final Executor screen;
    private final Function<List<AppEvent>, Runnable> prepare;
    private final Thread thread;

    private EventPump(
            EventBus.Reader reader, Executor screen, Function<List<AppEvent>, Runnable> prepare) {
        this.reader = reader;
        this.screen = screen;
        this.prepare = prepare;
        thread = Thread.ofVirtual().name("event-pump").unstarted(this::pump);
    }

    /// Starts to move events published from now on.
    public static EventPump start(EventBus bus, Executor screen, Consumer<List<AppEvent>> sink) {
        return start(bus, screen, batch -> batch, sink);
    }

    /// As [#start(EventBus, Executor, Consumer)]; `prepare` works on each batch before, off the
    /// screen's thread.
    public static <T> EventPump start(
            EventBus bus, Executor screen, Function<List<AppEvent>, T> prepare, Consumer<T> sink) {
        var pump =
                new EventPump(
                        bus.reader(),
                        screen,
                        batch -> {
                            T prepared = prepare.apply(batch);
                            return () -> sink.accept(prepared);
                        });
        pump.thread.start();
        return pump;
    }

    private void pump() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<AppEvent> batch = reader.await(IDLE);
                for (int from = 0; from < batch.size(); from += MOST) {
                    show(batch.subList(from, Math.min(from + MOST, batch.size())));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(List<AppEvent> batch) throws InterruptedException {
        var shown = new CountDownLatch(1);
        Runnable work = prepare.apply(batch);
        screen.execute(
                () -> {
                    try {
                        work.run();
                    } finally {
                        shown.countDown();
                    }
                });
        shown.await();
        Thread.sleep(FRAME);
    }

    /// How many events were dropped because neither preparing nor the screen kept up.
    public long lost() {
        return reader.lost();
    }

    @Override
    public void close() {
        reader.close();
        thread.interrupt();
    }
}
