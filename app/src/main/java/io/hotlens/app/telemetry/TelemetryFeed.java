package io.hotlens.app.telemetry;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/// Carries the events of a session to one reader on a thread of its own: a reader that is too slow
/// loses the oldest events, is told how many by [TelemetryName#TELEMETRY_DROPPED], and holds up
/// nobody.
public final class TelemetryFeed implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TelemetryFeed.class.getName());
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

    private final EventBus.Reader reader;
    private final TelemetrySink sink;
    private final Thread thread;
    private volatile boolean closing;

    private TelemetryFeed(EventBus bus, TelemetrySink sink) {
        this.reader = bus.reader();
        this.sink = sink;
        this.thread = Thread.ofVirtual().name("hotlens-telemetry").unstarted(this::run);
    }

    static TelemetryFeed start(EventBus bus, TelemetrySink sink) {
        var feed = new TelemetryFeed(bus, sink);
        feed.thread.start();
        return feed;
    }

    private void run() {
        try {
            deliver();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "telemetry ends: its reader failed", e);
        } finally {
            reader.close();
            sink.close();
        }
    }

    private void deliver() throws InterruptedException {
        long told = 0;
        while (true) {
            boolean last = closing;
            List<AppEvent> batch = reader.await(last ? Duration.ZERO : IDLE);
            long lost = reader.lost();
            if (lost > told && !batch.isEmpty()) {
                sink.accept(Translation.dropped(batch.getFirst().at(), lost - told));
                told = lost;
            }
            for (AppEvent event : batch) {
                sink.accept(Translation.of(event));
            }
            if (last) {
                return;
            }
        }
    }

    /// How many events the reader lost because it was too slow.
    public long dropped() {
        return reader.lost();
    }

    /// Delivers what was published until now and ends; gives up after 3 s.
    @Override
    public void close() {
        closing = true;
        reader.close();
        try {
            if (!thread.join(LONGEST_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
