package io.hotlens.skills.builtin.events;

import io.hotlens.skills.target.ThreadDump;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which virtual threads stay on their carriers over several looks. Pure.
///
/// @param dumps oldest first
record Carriers(List<ThreadDump> dumps) {

    private static final String MOUNTED = "mounted";

    Carriers {
        dumps = List.copyOf(dumps);
    }

    /// A virtual thread that was mounted at each of the newest `looks` looks.
    record Sitting(ThreadDump.Stack stack, int looks, Duration since) {}

    /// The virtual threads of the newest look, those that sit longest first.
    List<Sitting> sitting() {
        if (dumps.isEmpty()) {
            return List.of();
        }
        List<Map<Long, ThreadDump.Stack>> looks = dumps.stream().map(Carriers::mounted).toList();
        ThreadDump newest = dumps.getLast();
        var found = new ArrayList<Sitting>();
        looks.getLast()
                .forEach(
                        (id, stack) -> {
                            int first = looks.size() - 1;
                            while (first > 0 && looks.get(first - 1).containsKey(id)) {
                                first--;
                            }
                            found.add(
                                    new Sitting(
                                            stack,
                                            looks.size() - first,
                                            Duration.between(dumps.get(first).at(), newest.at())));
                        });
        found.sort(java.util.Comparator.comparing(Sitting::since).reversed());
        return found;
    }

    /// How many different virtual threads were mounted in all.
    int different() {
        Set<Long> ids = new LinkedHashSet<>();
        dumps.forEach(dump -> ids.addAll(mounted(dump).keySet()));
        return ids.size();
    }

    private static Map<Long, ThreadDump.Stack> mounted(ThreadDump dump) {
        var mounted = new HashMap<Long, ThreadDump.Stack>();
        dump.threads().stream()
                .filter(stack -> stack.detail().equals(MOUNTED))
                .forEach(stack -> mounted.put(stack.id(), stack));
        return mounted;
    }
}
