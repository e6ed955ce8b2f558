package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The workers of one executor at one look, told from names and stacks: executors have no MBeans.
///
/// @param group the threads' name with numbers taken out
/// @param busy workers that run a task or wait inside one
/// @param doing what the busy ones do, by number of workers
/// @param at the innermost own frame of most of the busy ones
record Workers(String group, List<Stack> all, int busy, Map<Activity, Integer> doing, String at) {

    private static final List<String> WORKER =
            List.of(
                    "ThreadPoolExecutor$Worker.run",
                    "QueuedThreadPool$Runner.run",
                    "ForkJoinWorkerThread.run");

    Workers {
        all = List.copyOf(all);
        doing = Map.copyOf(doing);
    }

    /// The executors of a dump, the one with most busy workers first.
    static List<Workers> in(ThreadDump dump) {
        Map<String, List<Stack>> groups = new LinkedHashMap<>();
        for (Stack stack : dump.threads()) {
            if (isWorker(stack)) {
                groups.computeIfAbsent(Frames.group(stack.name()), _ -> new ArrayList<>())
                        .add(stack);
            }
        }
        return groups.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Workers::busy).reversed())
                .toList();
    }

    private static boolean isWorker(Stack stack) {
        return stack.frames().stream()
                .anyMatch(frame -> WORKER.stream().anyMatch(frame.method()::endsWith));
    }

    private static Workers of(String group, List<Stack> all) {
        Map<Activity, Integer> doing = new LinkedHashMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        int busy = 0;
        for (Stack stack : all) {
            if (!isIdle(stack)) {
                busy++;
                doing.merge(Activity.of(stack), 1, Integer::sum);
                places.merge(Frames.place(Frames.of(stack)), 1, Integer::sum);
            }
        }
        String at =
                places.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("");
        return new Workers(group, all, busy, doing, at);
    }

    /// A worker that waits inside a task of the application is busy, whatever it waits for.
    private static boolean isIdle(Stack stack) {
        return Activity.of(stack) == Activity.IDLE && Frames.own(Frames.of(stack)).isEmpty();
    }

    boolean allBusy() {
        return busy == all.size();
    }
}
