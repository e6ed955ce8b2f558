package io.hotlens.skills.target;

import jdk.management.jfr.RemoteRecordingStream;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javax.management.MBeanServerConnection;

/// The flight recorder's stream of one target. Starting and changing it takes up to seconds, so a
/// thread of the feed does it: subscribing returns at once.
final class JfrFeed implements EventFeed {

    private static final Logger LOG = System.getLogger(JfrFeed.class.getName());
    private static final Duration MAX_AGE = Duration.ofMinutes(2);
    private static final long MAX_BYTES = 50L << 20;
    private static final Duration GATHER = Duration.ofMillis(50);

    /// The target hands over its events once a second.
    private static final Duration FLUSH = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final JmxChannel channel;
    private final Core core;
    private final String host;
    private final Capabilities capabilities;
    private final Subscribers subscribers = new Subscribers();
    private final StreamOpening opening;
    private final BoundedRecordings bounded;
    private boolean dirty;
    private boolean working;
    private boolean closed;
    private volatile @Nullable Running running;
    private volatile @Nullable Heard heard;

    /// The stream that runs, and what it runs with.
    private record Running(OpenStream open, Map<String, String> settings) {}

    /// @param host name of the host that Hotlens runs on
    JfrFeed(JmxChannel channel, Core core, String host, Capabilities capabilities) {
        this.channel = channel;
        this.core = core;
        this.host = host;
        this.capabilities = capabilities;
        this.opening = new StreamOpening(core.attention());
        this.bounded = new BoundedRecordings(channel, host, opening);
    }

    @Override
    public Subscription subscribe(List<EventWish> wishes, Consumer<TargetEvent.Recorded> listener) {
        capabilities.require(Capability.EVENT_STREAM);
        Runnable leave = subscribers.add(wishes, listener);
        reconcile();
        return () -> {
            leave.run();
            reconcile();
        };
    }

    @Override
    public Subscription record(
            List<EventWish> wishes, Duration atMost, Consumer<TargetEvent.Recorded> listener) {
        capabilities.require(Capability.EVENT_STREAM);
        return bounded.start(JfrSettings.union(wishes), atMost, listener);
    }

    @Override
    public long recordings() {
        return bounded.count();
    }

    /// Whether the stream has been started.
    boolean isRunning() {
        return running != null;
    }

    @Override
    public Optional<Heard> heard() {
        return Optional.ofNullable(heard);
    }

    private void flushed(Instant begun) {
        heard = new Heard(begun, core.clock().instant().minus(FLUSH));
    }

    @Override
    public void dump(Path file) {
        capabilities.require(Capability.EVENT_STREAM);
        Running now = running;
        if (now == null) {
            throw new TargetException.Unsupported(
                    "no events of %s are recorded yet.".formatted(core.target()));
        }
        channel.call(
                CallKind.EVENTS,
                "the recorded events",
                _ -> {
                    now.open().stream().dump(file);
                    return true;
                });
    }

    /// The line was opened anew, so a stream over the old one is dead.
    void restart() {
        Running old = running;
        running = null;
        heard = null;
        if (old != null) {
            Thread.ofVirtual().name("hotlens-events-stop").start(() -> old.open().end());
        }
        reconcile();
    }

    /// Closes what an earlier run of ours left recording in the target, in the background.
    void closeOrphans() {
        Thread.ofVirtual().name("hotlens-orphans").start(this::closeOrphansNow);
    }

    private void closeOrphansNow() {
        try {
            channel.call(
                    CallKind.EVENTS,
                    "the list of recordings",
                    server -> {
                        if (JfrRecordings.anyRuns(server)) {
                            recordings(server).closeOrphans();
                        }
                        return true;
                    });
        } catch (TargetException e) {
            LOG.log(Level.DEBUG, () -> "old recordings stay: " + e.getMessage());
        }
    }

    private JfrRecordings recordings(MBeanServerConnection server) {
        return new JfrRecordings(server, host, Integer.toHexString(hashCode()));
    }

    /// Lets the feed's thread bring the stream in line with the wishes.
    synchronized void reconcile() {
        dirty = true;
        if (!working && !closed) {
            working = true;
            Thread.ofVirtual().name("hotlens-events-" + core.target()).start(this::work);
        }
    }

    private void work() {
        try {
            Thread.sleep(GATHER);
            while (takeDirty()) {
                applyOrWait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A target that is too busy is asked again; one that is lost, when it is back.
    private void applyOrWait() throws InterruptedException {
        try {
            apply();
        } catch (TargetException.TimedOut e) {
            LOG.log(Level.DEBUG, () -> "the event stream is tried again: " + e.getMessage());
            Thread.sleep(RETRY);
            markDirty();
        } catch (TargetException e) {
            LOG.log(Level.DEBUG, () -> "the event stream waits: " + e.getMessage());
        }
    }

    private synchronized void markDirty() {
        dirty = true;
    }

    private synchronized boolean takeDirty() {
        boolean go = dirty && !closed;
        dirty = false;
        working = go;
        return go;
    }

    private void apply() {
        Map<String, String> settings = JfrSettings.union(subscribers.wishes());
        Running now = running;
        if (settings.isEmpty()) {
            running = null;
            if (now != null) {
                now.open().end();
            }
        } else if (now == null) {
            start(settings);
        } else if (!now.settings().equals(settings)) {
            change(now, settings);
        }
    }

    private void change(Running now, Map<String, String> settings) {
        channel.call(
                CallKind.EVENTS,
                "the change of the event stream",
                _ -> {
                    now.open().stream().setSettings(settings);
                    return true;
                });
        running = new Running(now.open(), settings);
    }

    private void start(Map<String, String> settings) {
        boolean adopted =
                channel.call(
                        CallKind.EVENTS,
                        "the start of the event stream",
                        server -> {
                            JfrRecordings recordings = recordings(server);
                            recordings.closeOrphans();
                            OpenStream open = opening.open(server, recordings, recordings.mark());
                            RemoteRecordingStream stream = open.stream();
                            stream.setMaxAge(MAX_AGE);
                            stream.setMaxSize(MAX_BYTES);
                            stream.setReuse(true);
                            stream.setSettings(settings);
                            stream.onEvent(subscribers::tell);
                            stream.onError(e -> LOG.log(Level.DEBUG, "the event stream failed", e));
                            Instant begun = core.clock().instant();
                            stream.onFlush(() -> flushed(begun));
                            stream.startAsync();
                            return adopt(new Running(open, settings));
                        });
        LOG.log(Level.DEBUG, () -> "the event stream runs: " + adopted);
    }

    /// Takes a stream that has started, perhaps after its starter gave up waiting; one too many is
    /// stopped.
    private boolean adopt(Running started) {
        synchronized (this) {
            if (!closed && running == null) {
                running = started;
                return true;
            }
        }
        started.open().end();
        return false;
    }

    /// Ends the feed; may block until the peer answers or the line is cut.
    void close() {
        Running last;
        synchronized (this) {
            closed = true;
            last = running;
            running = null;
        }
        subscribers.clear();
        bounded.close();
        if (last != null) {
            last.open().end();
        }
    }
}
