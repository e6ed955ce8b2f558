package io.hotlens.skills.target;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the deadlocks at the end of a thread dump. The section names its threads only by name; a
/// name may be shared, so a thread counts as meant when it also waits for the lock that the section
/// says, and holds the lock that the thread before it waits for.
final class DeadlockSection {

    private static final Pattern WAITER =
            Pattern.compile(
                    "^\"(?<name>.*?)\":\\n\\s+waiting (?:to lock monitor|for ownable synchronizer)"
                            + " (?<first>0x\\p{XDigit}+)(?: \\(object (?<object>0x\\p{XDigit}+))?",
                    Pattern.DOTALL | Pattern.MULTILINE);

    private DeadlockSection() {}

    /// @param text from "Found one Java-level deadlock" on
    /// @return the cycles as thread ids; a cycle of which a thread was not found is left out
    static List<List<Long>> parse(String text, List<ThreadDump.Stack> threads) {
        var cycles = new ArrayList<List<Long>>();
        for (String one : text.split("Found one Java-level deadlock:", -1)) {
            int end = one.indexOf("Java stack information");
            List<Long> cycle = cycle(end < 0 ? one : one.substring(0, end), threads);
            if (cycle.size() > 1) {
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    private static List<Long> cycle(String text, List<ThreadDump.Stack> threads) {
        var ids = new LinkedHashSet<Long>();
        String wanted = "";
        Matcher waiter = WAITER.matcher(text);
        while (waiter.find()) {
            String lock = Optional.ofNullable(waiter.group("object")).orElse(waiter.group("first"));
            Optional<ThreadDump.Stack> thread = find(threads, waiter.group("name"), lock, wanted);
            if (thread.isEmpty()) {
                return List.of();
            }
            ids.add(thread.get().id());
            wanted = lock;
        }
        return List.copyOf(ids);
    }

    private static Optional<ThreadDump.Stack> find(
            List<ThreadDump.Stack> threads, String name, String waitsFor, String holds) {
        List<ThreadDump.Stack> named =
                threads.stream()
                        .filter(one -> one.name().equals(name))
                        .filter(
                                one ->
                                        one.waitingFor()
                                                .map(ThreadDump.Lock::address)
                                                .filter(waitsFor::equals)
                                                .isPresent())
                        .toList();
        return named.stream()
                .filter(one -> one.holds().stream().anyMatch(l -> l.address().equals(holds)))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
