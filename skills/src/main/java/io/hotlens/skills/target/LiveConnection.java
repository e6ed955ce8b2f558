package io.hotlens.skills.target;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A connection made of its parts; every kind of address ends in one.
final class LiveConnection implements TargetConnection {

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Parts parts;
    private final MBeanReader beans;
    private final ThreadReader threads;
    private final JfrFeed feed;
    private final GcWatch collections;
    private final JfrOldObjects oldObjects;
    private final Optional<Heartbeat> heartbeat;
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile boolean answered = true;

    /// What a connection is made of.
    ///
    /// @param silence why the target answered nothing when it was connected; empty when it did
    /// @param pulse how the target's life is watched; empty for our own JVM
    record Parts(
            Core core,
            TargetInfo info,
            Capabilities capabilities,
            JmxChannel channel,
            CommandLine commands,
            Optional<PerfCounters> counters,
            Optional<Silence> silence,
            Optional<Heartbeat.Pulse> pulse) {}

    LiveConnection(Parts parts) {
        this.parts = parts;
        Core core = parts.core();
        this.beans = new JmxBeans(parts.channel());
        this.threads =
                new JmxThreads(
                        parts.channel(),
                        parts.commands(),
                        ThreadFiles.of(parts.info().pid().orElse(0)),
                        parts.capabilities(),
                        core);
        this.feed =
                new JfrFeed(parts.channel(), core, Description.thisHost(), parts.capabilities());
        this.collections = new GcWatch(parts.channel(), feed, core);
        this.oldObjects =
                new JfrOldObjects(parts.channel(), Description.thisHost(), parts.capabilities());
        this.heartbeat =
                parts.pulse().map(pulse -> new Heartbeat(core.target(), pulse, core.health()));
    }

    /// Starts what works in the background.
    LiveConnection start() {
        parts.channel().onOpen(_ -> feed.restart());
        parts.core().whenEnded().set(this::release);
        listen(
                event -> {
                    if (event instanceof TargetEvent.StateChanged(_, ConnectionState.Connected _)) {
                        feed.reconcile();
                    }
                });
        heartbeat.ifPresent(Heartbeat::start);
        parts.silence().ifPresent(Silence::start);
        collections.start(parts.capabilities());
        if (parts.capabilities().has(Capability.EVENT_STREAM)) {
            feed.closeOrphans();
        }
        return this;
    }

    @Override
    public TargetInfo info() {
        return parts.info();
    }

    @Override
    public ConnectionState state() {
        return parts.core().health().state();
    }

    @Override
    public Optional<String> silence() {
        return parts.silence().flatMap(Silence::why).or(TargetConnection.super::silence);
    }

    @Override
    public Capabilities capabilities() {
        return parts.capabilities();
    }

    @Override
    public MBeanReader beans() {
        return beans;
    }

    @Override
    public DiagnosticCommands commands() {
        return parts.commands();
    }

    @Override
    public Optional<PerfCounters> counters() {
        return parts.counters();
    }

    @Override
    public Optional<ProcessReader> process() {
        OptionalLong pid = parts.info().pid();
        return parts.capabilities().has(Capability.PROCESS_FILES) && pid.isPresent()
                ? Optional.of(new ProcessFiles(pid.getAsLong()))
                : Optional.empty();
    }

    @Override
    public ThreadReader threads() {
        return threads;
    }

    @Override
    public OldObjects oldObjects() {
        return oldObjects;
    }

    @Override
    public EventFeed events() {
        return feed;
    }

    @Override
    public Optional<Heard> collectionsHeard() {
        return collections.heard();
    }

    @Override
    public Attention attention() {
        return parts.core().attention();
    }

    @Override
    public ConnectionCost cost() {
        return parts.core().cost().cost();
    }

    @Override
    public Subscription listen(Consumer<TargetEvent> listener) {
        return parts.core().listeners().add(listener);
    }

    @Override
    public void close() {
        answered = state().isConnected();
        parts.core().health().ended("it was closed by Hotlens");
    }

    /// Frees everything; a target that still answers is told goodbye, for two seconds at most.
    private void release() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        heartbeat.ifPresent(Heartbeat::close);
        parts.silence().ifPresent(Silence::close);
        collections.close();
        boolean politely = answered;
        Thread.ofVirtual()
                .name("hotlens-close-" + parts.core().target())
                .start(() -> takeLeave(politely));
    }

    private void takeLeave(boolean politely) {
        JmxChannel channel = parts.channel();
        try {
            if (politely) {
                Thread.ofVirtual()
                        .name("hotlens-goodbye")
                        .start(
                                () -> {
                                    oldObjects.close();
                                    feed.close();
                                    channel.close(true);
                                })
                        .join(GOODBYE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            channel.close(false);
            feed.close();
            parts.core().listeners().close();
        }
    }
}
