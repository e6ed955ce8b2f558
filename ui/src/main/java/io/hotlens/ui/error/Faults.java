package io.hotlens.ui.error;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Mistakes of ours that nothing has caught, one of a kind: a storm of the same is counted. Takes
/// them on any thread; all else belongs to the JavaFX thread.
public final class Faults implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());
    private static final int MOST_KINDS = 50;

    /// A fault that was left is told again when it still happens after this.
    private static final Duration QUIET = Duration.ofMinutes(5);

    private static final class Kind {
        private final Fault first;
        private final AtomicLong count = new AtomicLong();
        private long shown;
        private Instant quietUntil = Instant.MIN;

        Kind(Fault first) {
            this.first = first;
        }
    }

    private final Executor screen;
    private final InstantSource clock;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ObservableList<Fault> open = FXCollections.observableArrayList();
    private final ObservableList<Fault> seenOpen = FXCollections.unmodifiableObservableList(open);

    /// @param screen where the list may be changed
    public Faults(Executor screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
    }

    /// Those that were not left yet, oldest first.
    public ObservableList<Fault> open() {
        return seenOpen;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        String code = Fault.code(cause);
        if (kinds.size() >= MOST_KINDS && !kinds.containsKey(code)) {
            LOG.log(Level.ERROR, () -> "fault " + code + " in " + thread.getName(), cause);
            return;
        }
        kinds.computeIfAbsent(code, _ -> first(thread, cause)).count.incrementAndGet();
        if (asked.compareAndSet(false, true)) {
            screen.execute(this::show);
        }
    }

    /// Goes on without the oldest one.
    public void leave() {
        if (!open.isEmpty()) {
            Kind kind = kinds.get(open.removeFirst().code());
            if (kind != null) {
                kind.quietUntil = clock.instant().plus(QUIET);
            }
        }
    }

    private Kind first(Thread thread, Throwable cause) {
        Fault fault = Fault.of(cause, clock.instant());
        LOG.log(Level.ERROR, () -> "fault " + fault.code() + " in " + thread.getName(), cause);
        return new Kind(fault);
    }

    private void show() {
        asked.set(false);
        for (Kind kind : kinds.values()) {
            long count = kind.count.get();
            if (count > kind.shown) {
                kind.shown = count;
                put(kind.first.counted(count), kind.quietUntil);
            }
        }
    }

    private void put(Fault fault, Instant quietUntil) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).code().equals(fault.code())) {
                open.set(i, fault);
                return;
            }
        }
        if (!clock.instant().isBefore(quietUntil)) {
            open.add(fault);
        }
    }
}
