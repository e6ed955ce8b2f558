package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.ThreadDump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Threads that try for a lock again and again without getting on: told from timed-out parks, or
/// from dumps where there is no event stream. Pure.
final class Retries {

    private Retries() {}

    /// One method in which threads keep trying.
    ///
    /// @param attempts timed waits for a lock that were seen, by thread
    record Retrying(String method, Map<String, Integer> attempts) {

        int total() {
            return attempts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// Threads that tried at least `least` times.
        List<String> threads(int least) {
            return attempts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= least)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    static List<Retrying> fromParks(List<TargetEvent.Recorded> parks) {
        Map<String, Map<String, Integer>> byMethod = new LinkedHashMap<>();
        for (TargetEvent.Recorded park : parks) {
            if (park.stack().stream().anyMatch(frame -> frame.contains(".tryLock"))) {
                String method =
                        park.stack().stream()
                                .filter(Stacks::isOwn)
                                .findFirst()
                                .orElse("")
                                .replaceAll(":\\d+$", "");
                add(byMethod, method, park.thread());
            }
        }
        return list(byMethod);
    }

    static List<Retrying> fromDumps(List<ThreadDump> dumps) {
        Map<String, Map<String, Integer>> byMethod = new LinkedHashMap<>();
        for (ThreadDump dump : dumps) {
            for (ThreadDump.Stack stack : dump.threads()) {
                if (Wait.of(stack) == Wait.TIMED_LOCK) {
                    add(byMethod, Stacks.method(stack), stack.name());
                }
            }
        }
        return list(byMethod);
    }

    private static void add(
            Map<String, Map<String, Integer>> byMethod, String method, String thread) {
        if (!method.isEmpty()) {
            byMethod.computeIfAbsent(method, _ -> new LinkedHashMap<>())
                    .merge(thread, 1, Integer::sum);
        }
    }

    private static List<Retrying> list(Map<String, Map<String, Integer>> byMethod) {
        var found = new ArrayList<Retrying>();
        byMethod.forEach((method, attempts) -> found.add(new Retrying(method, attempts)));
        found.sort(java.util.Comparator.comparingInt(Retrying::total).reversed());
        return found;
    }
}
