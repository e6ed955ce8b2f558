package io.hotlens.skills.sampling;

import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// The newest events of each kind, so that a flood of one kind does not push out another.
public final class EventRing {

    private static final int PER_TYPE = 1_000;

    /// Twenty seconds of a target that does hardly anything but collect, five hundred times a
    /// second.
    private static final int COLLECTIONS = 10_000;

    private final Map<String, RingBuffer<TargetEvent.Recorded>> recorded =
            new ConcurrentHashMap<>();
    private final RingBuffer<TargetEvent.Collection> collections = new RingBuffer<>(COLLECTIONS);
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Consumer<TargetEvent.Recorded> recorder = this::add;

    public EventRing(InstantSource clock) {
        this.clock = clock;
    }

    /// What to subscribe with: always the same, so that an event which several wish is held once.
    public Consumer<TargetEvent.Recorded> recorder() {
        return recorder;
    }

    public void add(TargetEvent event) {
        switch (event) {
            case TargetEvent.Collection collection -> collections.add(collection);
            case TargetEvent.Recorded one -> {
                recorded.computeIfAbsent(one.type(), _ -> new RingBuffer<>(PER_TYPE)).add(one);
                counts.computeIfAbsent(one.type(), _ -> new LongAdder()).increment();
            }
            case TargetEvent.StateChanged _ -> {}
        }
    }

    /// Collections that began within `window`, newest first.
    public List<TargetEvent.Collection> collections(Duration window) {
        Instant from = clock.instant().minus(window);
        return collections.newestFirst().stream().filter(e -> !e.at().isBefore(from)).toList();
    }

    /// Since when every collection is held: earlier ones were pushed out by newer ones. Empty while
    /// none was.
    public Optional<Instant> collectionsCompleteSince() {
        List<TargetEvent.Collection> held = collections.oldestFirst();
        return held.size() < COLLECTIONS ? Optional.empty() : Optional.of(held.getFirst().at());
    }

    /// Flight recorder events of `type` within `window`, newest first; at most the newest 1000 are
    /// held.
    public List<TargetEvent.Recorded> recorded(String type, Duration window) {
        RingBuffer<TargetEvent.Recorded> ring = recorded.get(type);
        if (ring == null) {
            return List.of();
        }
        Instant from = clock.instant().minus(window);
        return ring.newestFirst().stream().filter(e -> !e.at().isBefore(from)).toList();
    }

    /// How many events of `type` came since connecting, also those no longer held.
    public long count(String type) {
        LongAdder count = counts.get(type);
        return count == null ? 0 : count.sum();
    }
}
