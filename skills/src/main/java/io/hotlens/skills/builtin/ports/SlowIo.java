package io.hotlens.skills.builtin.ports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Slow operations of one window, put together by what they were done to.
///
/// @param operations newest first
record SlowIo(List<Operation> operations, Duration window) {

    /// All slow operations of one kind on one file or peer.
    ///
    /// @param lostMsPerS waiting of all threads together, in each second of the window
    /// @param site where most of them come from
    /// @param waiting whether most wait for somebody to begin, not for an answer
    record Place(
            Operation.Kind kind,
            String name,
            int count,
            double totalMs,
            double longestMs,
            double bytes,
            double lostMsPerS,
            String site,
            boolean waiting,
            Set<String> threads) {

        Place {
            threads = Set.copyOf(threads);
        }
    }

    private record Key(Operation.Kind kind, String name) {}

    SlowIo {
        operations = List.copyOf(operations);
    }

    double seconds() {
        return window.toNanos() / 1e9;
    }

    /// Most time lost first.
    List<Place> places() {
        var byPlace = new LinkedHashMap<Key, List<Operation>>();
        for (Operation one : operations) {
            byPlace.computeIfAbsent(new Key(one.kind(), one.name()), _ -> new ArrayList<>())
                    .add(one);
        }
        return byPlace.entrySet().stream()
                .map(entry -> place(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Place::totalMs).reversed())
                .toList();
    }

    private Place place(Key key, List<Operation> all) {
        double total = all.stream().mapToDouble(Operation::ms).sum();
        var threads = new HashSet<String>();
        all.forEach(one -> threads.add(one.thread()));
        return new Place(
                key.kind(),
                key.name(),
                all.size(),
                total,
                all.stream().mapToDouble(Operation::ms).max().orElse(0),
                all.stream().mapToDouble(Operation::bytes).sum(),
                seconds() <= 0 ? Double.NaN : total / seconds(),
                commonest(all),
                all.stream().filter(Operation::waiting).count() * 2 > all.size(),
                threads);
    }

    private static String commonest(List<Operation> all) {
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(one -> counts.merge(one.site(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
