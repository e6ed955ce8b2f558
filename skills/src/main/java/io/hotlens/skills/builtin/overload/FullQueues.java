package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Threads that cannot put work into a queue because it is full, by the place where they try. Pure.
///
/// @param at the own frame that puts
/// @param looks how many dumps in a row saw somebody wait there, the newest among them
/// @param longest how long one thread has waited at least, told from dumps without CPU in between
record FullQueues(String at, List<Stack> producers, int looks, Duration longest) {

    private static final double STILL_CPU_MS = 2;

    FullQueues {
        producers = List.copyOf(producers);
    }

    /// @param dumps oldest first
    static List<FullQueues> in(List<ThreadDump> dumps) {
        if (dumps.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<FullQueues>();
        byPlace(dumps.getLast())
                .forEach(
                        (at, producers) ->
                                found.add(
                                        new FullQueues(
                                                at,
                                                producers,
                                                looks(dumps, at),
                                                longest(dumps, producers))));
        return found;
    }

    private static Map<String, List<Stack>> byPlace(ThreadDump dump) {
        Map<String, List<Stack>> places = new LinkedHashMap<>();
        for (Stack stack : dump.threads()) {
            if (Activity.of(stack) == Activity.QUEUE_ROOM) {
                places.computeIfAbsent(Frames.place(Frames.of(stack)), _ -> new ArrayList<>())
                        .add(stack);
            }
        }
        return places;
    }

    private static int looks(List<ThreadDump> dumps, String at) {
        int looks = 0;
        for (ThreadDump dump : dumps.reversed()) {
            if (!byPlace(dump).containsKey(at)) {
                break;
            }
            looks++;
        }
        return looks;
    }

    private static Duration longest(List<ThreadDump> dumps, List<Stack> producers) {
        ThreadDump newest = dumps.getLast();
        Duration longest = Duration.ZERO;
        for (Stack now : producers) {
            ThreadDump first = newest;
            for (ThreadDump dump : dumps.reversed()) {
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
                && Activity.of(then) == Activity.QUEUE_ROOM
                && Math.abs(now.cpuMs() - then.cpuMs()) < STILL_CPU_MS;
    }
}
