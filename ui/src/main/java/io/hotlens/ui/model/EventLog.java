package io.hotlens.ui.model;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.skills.target.Subscription;
import io.hotlens.ui.fx.EventPump;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Everything that happened in one session, the newest ten thousand events of it. Events are put in
/// words off the JavaFX thread, to which it belongs otherwise.
public final class EventLog implements AutoCloseable {

    public static final int KEPT = 10_000;

    private final NewestFirst<EventLine> lines = new NewestFirst<>(KEPT);
    private final List<Consumer<List<EventLine>>> listeners = new ArrayList<>();
    private final EventPump pump;

    private EventLog(EventBus bus, Executor screen, EventLines words) {
        pump = EventPump.start(bus, screen, batch -> inWords(batch, words), this::add);
    }

    /// Remembers what is published from now on.
    ///
    /// @param names of what the events are about
    public static EventLog follow(EventBus bus, Executor screen, EventNames names) {
        return new EventLog(bus, screen, new EventLines(names));
    }

    /// What does not fit is not put in words either.
    private static List<EventLine> inWords(List<AppEvent> batch, EventLines words) {
        return batch.subList(Math.max(0, batch.size() - KEPT), batch.size()).stream()
                .map(words::of)
                .toList();
    }

    private void add(List<EventLine> batch) {
        lines.push(batch);
        List.copyOf(listeners).forEach(listener -> listener.accept(batch));
    }

    /// Oldest first.
    public List<EventLine> lines() {
        return lines.oldestFirst();
    }

    public int size() {
        return lines.size();
    }

    /// How many events came too fast to be remembered.
    public long lost() {
        return pump.lost();
    }

    /// Calls `listener` with each batch from now on, oldest first.
    public Subscription listen(Consumer<List<EventLine>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        pump.close();
    }
}
