package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The graph of who waits for whom in one thread dump: threads wait for things, things are held by
/// threads. Pure.
final class Waits {

    /// Something that threads wait for.
    ///
    /// @param kind lock, pool, database, remote, queue_room, result
    /// @param name a lock's class, a pool's name, the place in the application for the rest
    /// @param key tells it from others of its kind
    record Thing(String kind, String name, String key) {}

    /// One thing with those who wait for it.
    ///
    /// @param holders threads that have what the others wait for, as far as the dump tells
    /// @param chain what the first holder waits for in turn, and so on to the end
    /// @param end the thread at the end of the chain, which holds up all others
    record Bottleneck(
            Thing thing,
            List<Stack> waiters,
            List<Stack> holders,
            List<Thing> chain,
            Optional<Stack> end) {}

    private final ThreadDump dump;
    private final String pool;
    private final Map<Thing, List<Stack>> waiters = new LinkedHashMap<>();

    /// @param pool the name of the connection pool that is waited for, empty when unknown
    Waits(ThreadDump dump, String pool) {
        this.dump = dump;
        this.pool = pool;
        for (Stack stack : dump.threads()) {
            wanted(stack)
                    .ifPresent(
                            thing ->
                                    waiters.computeIfAbsent(thing, _ -> new ArrayList<>())
                                            .add(stack));
        }
    }

    /// What a thread waits for, if it is something that somebody else must give.
    private Optional<Thing> wanted(Stack stack) {
        Activity activity = Activity.of(stack);
        String place = Frames.place(Frames.of(stack));
        return switch (activity) {
            case LOCK ->
                    stack.waitingFor().map(lock -> new Thing("lock", lock.type(), lock.address()));
            case POOL -> Optional.of(new Thing("pool", pool, ""));
            case DATABASE, QUEUE_ROOM, RESULT ->
                    Optional.of(new Thing(activity.word(), place, place));
            case REMOTE ->
                    Frames.own(Frames.of(stack)).map(own -> new Thing(activity.word(), own, own));
            case IDLE, SLEEP, RUNNING -> Optional.empty();
        };
    }

    /// Everything that is waited for, what holds up most threads first.
    List<Bottleneck> bottlenecks() {
        return waiters.keySet().stream()
                .map(this::bottleneck)
                .sorted(Comparator.comparingInt(this::heldUp).reversed())
                .toList();
    }

    private Bottleneck bottleneck(Thing thing) {
        var chain = new ArrayList<Thing>();
        Set<Thing> seen = new HashSet<>(Set.of(thing));
        List<Stack> holders = holders(thing);
        Optional<Stack> end = holders.stream().findFirst();
        Optional<Thing> next = end.flatMap(this::wanted);
        while (next.isPresent() && seen.add(next.get())) {
            chain.add(next.get());
            Optional<Stack> holder = holders(next.get()).stream().findFirst();
            end = holder.isPresent() ? holder : end;
            next = holder.flatMap(this::wanted);
        }
        return new Bottleneck(thing, waiters.getOrDefault(thing, List.of()), holders, chain, end);
    }

    /// Threads held up by the thing, directly or behind those who wait for it.
    private int heldUp(Bottleneck one) {
        Set<Long> ids = new HashSet<>();
        var open = new ArrayList<>(one.waiters());
        while (!open.isEmpty()) {
            Stack stack = open.removeLast();
            if (ids.add(stack.id())) {
                waiters.forEach(
                        (thing, waiting) -> {
                            if (holders(thing).contains(stack)) {
                                open.addAll(waiting);
                            }
                        });
            }
        }
        return ids.size();
    }

    private List<Stack> holders(Thing thing) {
        return switch (thing.kind()) {
            case "lock" ->
                    dump.threads().stream()
                            .filter(
                                    stack ->
                                            stack.holds().stream()
                                                            .anyMatch(
                                                                    l ->
                                                                            l.address()
                                                                                    .equals(
                                                                                            thing
                                                                                                    .key()))
                                                    && !waits(stack, thing))
                            .toList();
            case "pool" ->
                    dump.threads().stream()
                            .filter(stack -> Frames.inDriver(Frames.of(stack)))
                            .toList();
            default -> List.of();
        };
    }

    private boolean waits(Stack stack, Thing thing) {
        return waiters.getOrDefault(thing, List.of()).contains(stack);
    }

    /// Which part of the group's busy workers waits for each thing.
    Map<Thing, Integer> wantedBy(Workers workers) {
        Map<Thing, Integer> wanted = new LinkedHashMap<>();
        waiters.forEach(
                (thing, stacks) -> {
                    int count = (int) stacks.stream().filter(workers.all()::contains).count();
                    if (count > 0) {
                        wanted.put(thing, count);
                    }
                });
        return wanted;
    }
}
