package io.hotlens.ui.threads;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.control.DataTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who waits for whom: deadlocks and contended locks, each a knot of its own.
///
/// @param knots deadlocks first
record LockGraph(List<Knot> knots) {

    /// A thread, and where it stands.
    record Holder(String thread, String method) {}

    /// One thread waits for another.
    ///
    /// @param waiter place of the waiting thread in the knot
    /// @param holder place of the thread that has the lock
    /// @param lock the lock's class
    record Wait(int waiter, int holder, String lock) {}

    /// @param deadlock whether it never comes undone
    /// @param unseen how many waiters there are beyond those listed
    record Knot(boolean deadlock, List<Holder> threads, List<Wait> waits, int unseen) {}

    static final int MOST_WAITERS = 8;

    /// Of `{deadlocks = [...], contended = [...]}`, as the callbacks answer them.
    static LockGraph of(Data.Fields answer) {
        var knots = new ArrayList<Knot>();
        fields(answer.items("deadlocks")).forEach(one -> knots.add(deadlock(one)));
        List<String> stuck =
                knots.stream()
                        .flatMap(knot -> knot.threads().stream())
                        .map(Holder::thread)
                        .toList();
        fields(answer.items("contended")).stream()
                .filter(lock -> !stuck.contains(lock.text("holder").orElse("")))
                .forEach(lock -> knots.add(contended(lock)));
        return new LockGraph(List.copyOf(knots));
    }

    private static List<Data.Fields> fields(List<Data> items) {
        return items.stream()
                .filter(Data.Fields.class::isInstance)
                .map(Data.Fields.class::cast)
                .toList();
    }

    /// Each thread wants a lock that another of the cycle holds; one whose holder is not listed
    /// waits for the next.
    private static Knot deadlock(Data.Fields cycle) {
        List<Data.Fields> threads = fields(cycle.items("threads"));
        Map<String, Integer> holders =
                threads.stream()
                        .flatMap(
                                thread ->
                                        fields(thread.items("holds")).stream()
                                                .map(held -> Map.entry(key(held), thread)))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> threads.indexOf(entry.getValue()),
                                        (first, _) -> first));
        var waits = new ArrayList<Wait>();
        for (int i = 0; i < threads.size(); i++) {
            Data.Fields thread = threads.get(i);
            int holder =
                    holders.getOrDefault(thread.text("wants").orElse(""), (i + 1) % threads.size());
            waits.add(new Wait(i, holder, thread.text("wants_class").orElse("")));
        }
        return new Knot(
                true,
                threads.stream()
                        .map(
                                t ->
                                        new Holder(
                                                t.text("name").orElse(""),
                                                t.text("method").orElse("")))
                        .toList(),
                List.copyOf(waits),
                0);
    }

    private static String key(Data.Fields held) {
        return held.text("lock").orElse("");
    }

    private static Knot contended(Data.Fields lock) {
        List<String> waiting = lock.items("waiting").stream().map(DataTree::words).toList();
        var threads = new ArrayList<Holder>();
        threads.add(
                new Holder(lock.text("holder").orElse(""), lock.text("holder_method").orElse("")));
        waiting.stream()
                .limit(MOST_WAITERS)
                .map(name -> new Holder(name, ""))
                .forEach(threads::add);
        var waits = new ArrayList<Wait>();
        for (int i = 1; i < threads.size(); i++) {
            waits.add(new Wait(i, 0, lock.text("class_name").orElse("")));
        }
        int waiters = lock.number("waiters").map(Double::intValue).orElse(waiting.size());
        return new Knot(false, List.copyOf(threads), List.copyOf(waits), waiters - waits.size());
    }
}
