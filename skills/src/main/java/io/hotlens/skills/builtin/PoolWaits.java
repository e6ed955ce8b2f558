package io.hotlens.skills.builtin;

import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Threads that wait for a connection, seen in several thread dumps of one target. Pure.
///
/// @param looks dumps in which somebody waited, the newest in a row
/// @param waiting threads that wait in the newest dump
/// @param longest how long one of them has waited at least, told from dumps without CPU in between
/// @param pool the pool's name, when its housekeeper's thread tells it and there is one pool only
/// @param at the innermost own frame of most of the waiting
public record PoolWaits(
        int looks, List<Stack> waiting, Duration longest, Optional<String> pool, String at) {

    private static final double STILL_CPU_MS = 2;
    private static final String HIKARI_KEEPER = " housekeeper";
    private static final String HIKARI_KEEPER_ALONE = ":housekeeper";

    public PoolWaits {
        waiting = List.copyOf(waiting);
    }

    /// @param dumps oldest first
    public static PoolWaits in(List<ThreadDump> dumps) {
        if (dumps.isEmpty()) {
            return new PoolWaits(0, List.of(), Duration.ZERO, Optional.empty(), "");
        }
        ThreadDump newest = dumps.getLast();
        List<Stack> waiting = waiting(newest);
        int looks = 0;
        for (ThreadDump dump : dumps.reversed()) {
            if (waiting(dump).isEmpty()) {
                break;
            }
            looks++;
        }
        return new PoolWaits(looks, waiting, longest(dumps, waiting), pool(newest), place(waiting));
    }

    private static List<Stack> waiting(ThreadDump dump) {
        return dump.threads().stream().filter(s -> Activity.of(s) == Activity.POOL).toList();
    }

    private static Duration longest(List<ThreadDump> dumps, List<Stack> waiting) {
        Duration longest = Duration.ZERO;
        ThreadDump newest = dumps.getLast();
        for (Stack now : waiting) {
            ThreadDump first = newest;
            for (ThreadDump dump : dumps.reversed().subList(1, dumps.size())) {
                if (dump.threads().stream().noneMatch(then -> still(then, now))) {
                    break;
                }
                first = dump;
            }
            Duration wait = Duration.between(first.at(), newest.at());
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private static boolean still(Stack then, Stack now) {
        return then.id() == now.id()
                && Activity.of(then) == Activity.POOL
                && Math.abs(now.cpuMs() - then.cpuMs()) < STILL_CPU_MS;
    }

    /// Whether a thread of this name is the housekeeper of a HikariCP pool.
    public static boolean isKeeper(String name) {
        return name.endsWith(HIKARI_KEEPER) || name.endsWith(HIKARI_KEEPER_ALONE);
    }

    private static Optional<String> pool(ThreadDump dump) {
        List<String> names =
                dump.threads().stream()
                        .map(Stack::name)
                        .filter(PoolWaits::isKeeper)
                        .map(name -> name.substring(0, name.length() - HIKARI_KEEPER.length()))
                        .distinct()
                        .toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static String place(List<Stack> waiting) {
        Map<String, Integer> places = new HashMap<>();
        waiting.forEach(stack -> places.merge(Frames.place(Frames.of(stack)), 1, Integer::sum));
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
