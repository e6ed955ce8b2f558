package io.hotlens.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.skills.target.ConnectionState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class EventPumpTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EventBus bus = new EventBus();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<AppEvent>> batches = new LinkedBlockingQueue<>();

    private void publish() {
        bus.publish(new AppEvent.ConnectionChanged(NOON, new ConnectionState.Connected(NOON)));
    }

    private Runnable posted() throws InterruptedException {
        Runnable work = screen.poll(10, TimeUnit.SECONDS);
        assertTrue(work != null, "nothing was posted to the screen");
        return work == null ? () -> {} : work;
    }

    @Test
    void whileTheScreenIsBusyEventsGatherIntoOneBatch() throws InterruptedException {
        try (EventPump _ = EventPump.start(bus, screen::add, batches::add)) {
            publish();
            Runnable first = posted();
            for (int i = 0; i < 1000; i++) {
                publish();
            }
            assertTrue(screen.isEmpty(), "posted although the screen was still busy");
            first.run();
            posted().run();
            assertEquals(1, batches.take().size());
            assertEquals(1000, batches.take().size());
        }
    }
}
