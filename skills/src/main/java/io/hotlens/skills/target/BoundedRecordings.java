package io.hotlens.skills.target;

import jdk.management.jfr.RemoteRecordingStream;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javax.management.MBeanServerConnection;

/// Recordings apart from the shared stream, for what costs more than a stream that always runs may.
/// The target itself ends each when its time is over, whatever becomes of us or of the connection.
final class BoundedRecordings {

    private static final Logger LOG = System.getLogger(BoundedRecordings.class.getName());
    private static final long MAX_BYTES = 10L << 20;

    private final JmxChannel channel;
    private final String host;
    private final StreamOpening opening;
    private final List<One> running = new CopyOnWriteArrayList<>();

    BoundedRecordings(JmxChannel channel, String host, StreamOpening opening) {
        this.channel = channel;
        this.host = host;
        this.opening = opening;
    }

    /// Their name differs from the stream's, so that its restart leaves them alone.
    private JfrRecordings ours(MBeanServerConnection server) {
        return new JfrRecordings(server, host, Integer.toHexString(hashCode()) + "-bounded");
    }

    /// Starts one; takes up to seconds.
    Subscription start(
            Map<String, String> settings,
            Duration atMost,
            Consumer<TargetEvent.Recorded> listener) {
        One one =
                channel.call(
                        CallKind.EVENTS,
                        "the start of a bounded recording",
                        server -> start(server, settings, atMost, listener));
        running.add(one);
        return () -> {
            running.remove(one);
            Thread.ofVirtual().name("hotlens-bounded-end").start(one::end);
        };
    }

    private One start(
            MBeanServerConnection server,
            Map<String, String> settings,
            Duration atMost,
            Consumer<TargetEvent.Recorded> listener)
            throws IOException {
        JfrRecordings recordings = ours(server);
        OpenStream open = opening.open(server, recordings, recordings.mark(atMost));
        RemoteRecordingStream stream = open.stream();
        stream.setMaxAge(atMost);
        stream.setMaxSize(MAX_BYTES);
        stream.setSettings(settings);
        stream.onEvent(event -> listener.accept(RecordedData.of(event)));
        stream.onError(e -> LOG.log(Level.DEBUG, "a bounded recording failed", e));
        stream.startAsync();
        return new One(channel, open);
    }

    /// How many of them run in the target.
    long count() {
        return channel.call(
                CallKind.EVENTS, "the list of recordings", server -> ours(server).running());
    }

    /// Ends them all on the line that is about to be closed; may block until it is cut.
    void close() {
        running.forEach(One::endNow);
        running.clear();
    }

    /// One recording and where its events are kept meanwhile.
    private static final class One {
        private final JmxChannel channel;
        private final OpenStream open;
        private final AtomicBoolean ended = new AtomicBoolean();

        One(JmxChannel channel, OpenStream open) {
            this.channel = channel;
            this.open = open;
        }

        void end() {
            try {
                channel.call(
                        CallKind.EVENTS,
                        "the end of a bounded recording",
                        _ -> {
                            endNow();
                            return true;
                        });
            } catch (TargetException e) {
                LOG.log(Level.DEBUG, () -> "the target ends it itself: " + e.getMessage());
            }
        }

        void endNow() {
            if (ended.compareAndSet(false, true)) {
                open.end();
            }
        }
    }
}
