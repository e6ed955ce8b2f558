package io.hotlens.skills.builtin.jvm;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.sampling.ThreadRates;
import io.hotlens.skills.target.ThreadDump;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The busiest threads, and whether each stays in one method over several looks.
final class TopThreads {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration DUMP_AGE = Duration.ofSeconds(1);
    private static final int STACK = 12;

    private final ThreadHistory threads;

    TopThreads(ThreadHistory threads) {
        this.threads = threads;
    }

    Data answer(int limit, String by) {
        ThreadRates rates = threads.rates(WINDOW);
        threads.dump(DUMP_AGE);
        List<ThreadDump> dumps = threads.dumps();
        ToDoubleFunction<ThreadRates.Rate> key =
                switch (by) {
                    case "allocation" -> ThreadRates.Rate::allocatedMbPerS;
                    case "blocked" -> ThreadRates.Rate::blockedPerS;
                    default -> ThreadRates.Rate::cpuPct;
                };
        List<Data> items =
                rates.threads().stream()
                        .filter(rate -> key.applyAsDouble(rate) > 0)
                        .sorted(Comparator.comparingDouble(key).reversed())
                        .map(rate -> describe(rate, dumps))
                        .toList();
        return Page.of(items, limit)
                .fields()
                .put("window_s", rates.window().toMillis() / 1000.0)
                .build();
    }

    private static Data describe(ThreadRates.Rate rate, List<ThreadDump> dumps) {
        long id = rate.now().id();
        List<ThreadDump.Stack> stacks =
                dumps.stream().flatMap(dump -> stack(dump, id).stream()).toList();
        Map<String, Integer> methods = new HashMap<>();
        stacks.stream()
                .flatMap(stack -> ownMethod(stack).stream())
                .forEach(m -> methods.merge(m, 1, Integer::sum));
        Optional<Map.Entry<String, Integer>> usual =
                methods.entrySet().stream().max(Map.Entry.comparingByValue());
        List<Data> frames =
                stack(dumps.getLast(), id).stream()
                        .flatMap(stack -> stack.frames().stream())
                        .limit(STACK)
                        .map(frame -> Data.of(frame.toString()))
                        .toList();
        return Data.fields()
                .put("id", (double) id)
                .put("name", rate.now().name())
                .put("state", rate.now().state())
                .put("cpu_pct", rounded(rate.cpuPct()))
                .put("allocated_mb_per_s", rounded(rate.allocatedMbPerS()))
                .put("blocked_per_s", rounded(rate.blockedPerS()))
                .put("waited_per_s", rounded(rate.waitedPerS()))
                .put("method", usual.map(Map.Entry::getKey).orElse(""))
                .put("same_method_looks", usual.map(Map.Entry::getValue).orElse(0))
                .put("runnable_looks", runnable(stacks))
                .put("looks", dumps.size())
                .put("stack", frames)
                .build();
    }

    private static double runnable(List<ThreadDump.Stack> stacks) {
        return stacks.stream().filter(stack -> stack.state().equals("RUNNABLE")).count();
    }

    private static Optional<ThreadDump.Stack> stack(ThreadDump dump, long id) {
        return dump.threads().stream().filter(stack -> stack.id() == id).findFirst();
    }

    /// The innermost method outside the JDK, or the innermost of all.
    private static Optional<String> ownMethod(ThreadDump.Stack stack) {
        return stack.frames().stream()
                .map(ThreadDump.Frame::method)
                .filter(method -> !method.startsWith("java.") && !method.startsWith("jdk."))
                .findFirst()
                .or(() -> stack.frames().stream().map(ThreadDump.Frame::method).findFirst());
    }
}
