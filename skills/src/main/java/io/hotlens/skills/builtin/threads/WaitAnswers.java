package io.hotlens.skills.builtin.threads;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers about waiting: deadlocks, contended locks, threads without progress.
final class WaitAnswers {

    private static final int STACK = 12;
    private static final double EVENT_SECONDS = 10;

    private final ThreadsReader reader;

    WaitAnswers(ThreadsReader reader) {
        this.reader = reader;
    }

    Data deadlocks() {
        List<Long> ids = reader.deadlocked();
        if (ids.isEmpty()) {
            return Page.of(List.of(), 0).toData();
        }
        ThreadDump dump = reader.dump();
        List<List<Long>> cycles = dump.deadlocks().isEmpty() ? List.of(ids) : dump.deadlocks();
        List<Data> items =
                cycles.stream()
                        .filter(cycle -> lasts(dump, cycle))
                        .map(cycle -> cycle(dump, cycle))
                        .toList();
        return Page.of(items, Page.DEFAULT_LIMIT).toData();
    }

    /// Whether every member still waits for a lock, without a time limit. The JVM reports cycles
    /// over timed tries too, but those come apart by themselves.
    private static boolean lasts(ThreadDump dump, List<Long> ids) {
        List<Stack> members =
                dump.threads().stream().filter(stack -> ids.contains(stack.id())).toList();
        return members.size() == ids.size()
                && members.stream()
                        .map(Wait::of)
                        .allMatch(reason -> reason == Wait.MONITOR || reason == Wait.LOCK);
    }

    private static Data cycle(ThreadDump dump, List<Long> ids) {
        Set<Long> members = new HashSet<>(ids);
        List<Data> threads =
                dump.threads().stream()
                        .filter(stack -> members.contains(stack.id()))
                        .map(WaitAnswers::deadlocked)
                        .toList();
        return Data.fields().put("threads", threads).build();
    }

    private static Data deadlocked(Stack stack) {
        return Data.fields()
                .put("id", (double) stack.id())
                .put("name", stack.name())
                .put("wants", stack.waitingFor().map(ThreadDump.Lock::address).orElse(""))
                .put("wants_class", stack.waitingFor().map(ThreadDump.Lock::type).orElse(""))
                .put(
                        "holds",
                        stack.holds().stream()
                                .map(
                                        lock ->
                                                (Data)
                                                        Data.fields()
                                                                .put("lock", lock.address())
                                                                .put("class_name", lock.type())
                                                                .build())
                                .toList())
                .put("method", frame(stack))
                .put("stack", stack(stack))
                .build();
    }

    private static String frame(Stack stack) {
        return Stacks.ownFrame(stack)
                .or(() -> stack.frames().stream().findFirst())
                .map(ThreadDump.Frame::toString)
                .orElse("");
    }

    static List<Data> stack(Stack stack) {
        return stack.frames().stream()
                .limit(STACK)
                .map(frame -> Data.of(frame.toString()))
                .toList();
    }

    Data blocked(int limit) {
        Looks looks = reader.looks();
        List<Data> items = looks.contended().stream().map(one -> contended(one, looks)).toList();
        return Page.of(items, limit)
                .fields()
                .put("looks", looks.count())
                .put("lost", lost(limit))
                .build();
    }

    private static Data contended(Looks.Contended one, Looks looks) {
        return Data.fields()
                .put("lock", one.lock().address())
                .put("class_name", one.lock().type())
                .put("waiters", one.waiters().size())
                .put(
                        "waiting",
                        one.waiters().stream()
                                .limit(Page.DEFAULT_LIMIT)
                                .map(s -> Data.of(s.name()))
                                .toList())
                .put("waits_at", frame(one.waiters().getFirst()))
                .put("holder", one.holder().map(Stack::name).orElse(""))
                .put("holder_state", one.holder().map(Stack::state).orElse(""))
                .put("holder_method", one.holder().map(WaitAnswers::frame).orElse(""))
                .put("looks_contended", looks.looksContendedOn(one.lock().type()))
                .build();
    }

    /// Time lost waiting for monitors, by the monitor's class, over the last ten seconds.
    private List<Data> lost(int limit) {
        record Lost(double millis, int waits) {}
        Map<String, Lost> byClass = new HashMap<>();
        for (TargetEvent.Recorded wait : reader.monitorWaits()) {
            byClass.merge(
                    className(wait),
                    new Lost(wait.duration().toNanos() / 1e6, 1),
                    (a, b) -> new Lost(a.millis() + b.millis(), a.waits() + b.waits()));
        }
        return byClass.entrySet().stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, Lost> e) -> e.getValue().millis())
                                .reversed())
                .limit(limit)
                .map(
                        entry ->
                                (Data)
                                        Data.fields()
                                                .put("class_name", entry.getKey())
                                                .put(
                                                        "lost_ms_per_s",
                                                        rounded(
                                                                entry.getValue().millis()
                                                                        / EVENT_SECONDS))
                                                .put("waits", entry.getValue().waits())
                                                .build())
                .toList();
    }

    private static String className(TargetEvent.Recorded wait) {
        return switch (wait.fields().getOrDefault("monitorClass", Data.NOTHING)) {
            case Data.Text(String name) -> name;
            case Data.Fields fields -> fields.text("name").orElse("");
            case Data.Num _, Data.Bool _, Data.Items _, Data.Nothing _ -> "";
        };
    }

    Data stuck(int limit) {
        Looks looks = reader.looks();
        List<Data> items = looks.stuckOnLocks().stream().map(WaitAnswers::still).toList();
        var pools = new ArrayList<Data>();
        for (Looks.Starved pool : looks.starvedPools()) {
            pools.add(
                    Data.fields()
                            .put("container", pool.pool())
                            .put("workers", pool.workers().size())
                            .put(
                                    "names",
                                    pool.workers().stream().map(s -> Data.of(s.name())).toList())
                            .put("looks", pool.looks())
                            .put("still_s", pool.stillFor().toMillis() / 1000.0)
                            .put("method", frame(pool.workers().getFirst()))
                            .build());
        }
        return Page.of(items, limit)
                .fields()
                .put("starved_pools", pools)
                .put("waiting", looks.waiting())
                .put("looks", looks.count())
                .put("span_s", looks.span().toMillis() / 1000.0)
                .build();
    }

    private static Data still(Looks.Still still) {
        return Data.fields()
                .put("id", (double) still.stack().id())
                .put("name", still.stack().name())
                .put("waits_for", still.reason().word())
                .put("lock", still.stack().waitingFor().map(ThreadDump.Lock::address).orElse(""))
                .put("lock_class", still.stack().waitingFor().map(ThreadDump.Lock::type).orElse(""))
                .put("looks", still.looks())
                .put("still_s", still.stillFor().toMillis() / 1000.0)
                .put("method", frame(still.stack()))
                .put("stack", stack(still.stack()))
                .build();
    }

    Data retrying(int limit) {
        List<Retries.Retrying> found =
                reader.hasEvents()
                        ? Retries.fromParks(reader.parks())
                        : Retries.fromDumps(reader.context().threads().dumps());
        List<Data> items =
                found.stream()
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("method", one.method())
                                                        .put(
                                                                "threads",
                                                                one.threads(2).stream()
                                                                        .map(Data::of)
                                                                        .toList())
                                                        .put("attempts", one.total())
                                                        .build())
                        .toList();
        return Page.of(items, limit).toData();
    }
}
