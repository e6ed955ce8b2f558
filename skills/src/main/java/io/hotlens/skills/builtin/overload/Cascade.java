package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Something saturated, since when, and what saturated it as far as the stacks tell. Pure.
///
/// @param kind `connections`, `workers` or `stream`
/// @param waiting NaN when unknown
/// @param causedBy what most of its users wait for; empty when they run
record Cascade(
        String resource,
        String kind,
        Instant since,
        double waiting,
        Optional<Waits.Thing> causedBy) {

    private static final int SUCCESSIVE_LOOKS = 2;

    /// Everything saturated, the first first.
    ///
    /// @param dumps oldest first
    static List<Cascade> in(
            List<Pool> pools, Function<Pool, Instant> since, List<ThreadDump> dumps, String pool) {
        var found = new ArrayList<Cascade>();
        Optional<Waits> waits =
                dumps.isEmpty() ? Optional.empty() : Optional.of(new Waits(dumps.getLast(), pool));
        for (Pool one : pools) {
            if (one.saturated()) {
                found.add(
                        new Cascade(
                                one.name(),
                                one.kind().purpose().name().toLowerCase(java.util.Locale.ROOT),
                                since.apply(one),
                                one.waiting(),
                                one.kind().purpose() == Purpose.CONNECTIONS
                                        ? holding(dumps)
                                        : Optional.empty()));
            }
        }
        waits.ifPresent(graph -> found.addAll(workers(dumps, graph)));
        found.sort(Comparator.comparing(Cascade::since));
        return found;
    }

    private static List<Cascade> workers(List<ThreadDump> dumps, Waits graph) {
        var found = new ArrayList<Cascade>();
        for (Workers workers : Workers.in(dumps.getLast())) {
            Optional<Instant> since = busySince(dumps, workers.group());
            if (since.isPresent()) {
                found.add(
                        new Cascade(
                                workers.group(),
                                "workers",
                                since.get(),
                                Double.NaN,
                                most(graph.wantedBy(workers), workers.busy())));
            }
        }
        return found;
    }

    /// Since when every worker of the group has been busy; empty when that is no more than once.
    private static Optional<Instant> busySince(List<ThreadDump> dumps, String group) {
        int looks = 0;
        Instant since = dumps.getLast().at();
        for (ThreadDump dump : dumps.reversed()) {
            boolean busy =
                    Workers.in(dump).stream()
                            .anyMatch(one -> one.group().equals(group) && one.allBusy());
            if (!busy) {
                break;
            }
            looks++;
            since = dump.at();
        }
        return looks >= SUCCESSIVE_LOOKS ? Optional.of(since) : Optional.empty();
    }

    private static Optional<Waits.Thing> most(Map<Waits.Thing, Integer> wanted, int busy) {
        return wanted.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(entry -> entry.getValue() * 2 >= busy)
                .map(Map.Entry::getKey);
    }

    /// What those who hold connections wait for: the database, when most of them do.
    private static Optional<Waits.Thing> holding(List<ThreadDump> dumps) {
        if (dumps.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> places = new HashMap<>();
        for (Stack stack : dumps.getLast().threads()) {
            if (Activity.of(stack) == Activity.DATABASE) {
                places.merge(Frames.place(Frames.of(stack)), 1, Integer::sum);
            }
        }
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> new Waits.Thing("database", e.getKey(), e.getKey()));
    }
}
