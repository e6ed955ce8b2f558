package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/// Hears of every garbage collection of one target and tells a listener. The flight recorder tells
/// them one to three seconds late and for next to nothing; notifications of MBeans come at once,
/// and each costs the target about half a millisecond, so they are only taken where the recorder
/// cannot be had or does not know the collector.
final class GcWatch {

    private static final Logger LOG = System.getLogger(GcWatch.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JmxChannel channel;
    private final JfrFeed feed;
    private final GcNotifications notifications;
    private final Consumer<TargetEvent.Collection> listener;
    private final AtomicReference<Optional<Thread>> guard = new AtomicReference<>(Optional.empty());
    private final InstantSource clock;
    private volatile @Nullable Instant listeningSince;

    GcWatch(JmxChannel channel, JfrFeed feed, Core core) {
        this.channel = channel;
        this.feed = feed;
        this.listener = core.listeners()::tell;
        this.clock = core.clock();
        this.notifications = new GcNotifications(listener);
    }

    /// Begins to watch, on the line that is open and on each later one.
    void start(Capabilities capabilities) {
        channel.onOpen(
                link -> {
                    if (listeningSince != null) {
                        notifications.attach(link.server());
                    }
                });
        if (capabilities.has(Capability.EVENT_STREAM) && GcEvents.knowAll(collectors())) {
            record();
        } else {
            listen();
        }
    }

    private Set<String> collectors() {
        try {
            return channel.call(CallKind.READ, "the collectors", GcWatch::collectors);
        } catch (TargetException e) {
            LOG.log(Level.DEBUG, () -> "the collectors are not known: " + e.getMessage());
            return Set.of();
        }
    }

    private static Set<String> collectors(MBeanServerConnection server)
            throws JMException, IOException {
        return server.queryNames(new ObjectName("java.lang:type=GarbageCollector,*"), null).stream()
                .map(bean -> bean.getKeyProperty("name"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void record() {
        var assembled = new GcEvents();
        Subscription recording =
                feed.subscribe(GcEvents.WISHES, event -> assembled.add(event).ifPresent(listener));
        guard.set(
                Optional.of(
                        Thread.ofVirtual()
                                .name("hotlens-gc-guard")
                                .start(() -> listenIfSilent(recording))));
    }

    /// A target that is too busy to start its recorder still sends notifications.
    private void listenIfSilent(Subscription recording) {
        try {
            Thread.sleep(PATIENCE);
            if (!feed.isRunning()) {
                recording.close();
                listen();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            channel.call(
                    CallKind.LONG_COMMAND,
                    "the notices of garbage collections",
                    server -> {
                        listeningSince = clock.instant();
                        notifications.attach(server);
                        return true;
                    });
        } catch (TargetException e) {
            LOG.log(Level.DEBUG, () -> "no notices of garbage collections: " + e.getMessage());
        }
    }

    /// Of which time every collection was told; empty while none can be heard.
    Optional<Heard> heard() {
        Instant since = listeningSince;
        return since == null ? feed.heard() : Optional.of(new Heard(since, clock.instant()));
    }

    /// Ends the watch; line and feed are closed by their owner.
    void close() {
        guard.get().ifPresent(Thread::interrupt);
    }
}
