package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;
import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Several thread dumps of one target compared: who does not get on. Pure.
///
/// @param dumps oldest first
/// @param samples the counters of the threads, oldest first; those taken right after a dump belong
///   to it
record Looks(List<ThreadDump> dumps, List<ThreadHistory.Samples> samples) {

    private static final double STILL_CPU_MS = 5;
    private static final int ENOUGH = 3;
    private static final Duration SAME_LOOK = Duration.ofSeconds(1);

    Looks {
        dumps = List.copyOf(dumps);
        samples = List.copyOf(samples);
    }

    /// A thread that had the same stack and used no CPU in the newest looks.
    ///
    /// @param looks in how many successive dumps, the newest among them
    /// @param stillFor from the first of them to the newest
    record Still(Stack stack, Wait reason, int looks, Duration stillFor) {}

    /// A lock and who waits for it.
    ///
    /// @param holder empty when no thread is known to hold it, as with locks that have no owner
    record Contended(ThreadDump.Lock lock, List<Stack> waiters, Optional<Stack> holder) {}

    /// Workers of one pool that all wait for results of other tasks.
    record Starved(String pool, List<Stack> workers, int looks, Duration stillFor) {}

    int count() {
        return dumps.size();
    }

    Duration span() {
        return dumps.size() < 2
                ? Duration.ZERO
                : Duration.between(dumps.getFirst().at(), dumps.getLast().at());
    }

    /// A dump by whom it is asked for.
    ///
    /// @param holders who holds a lock, by its address
    /// @param waits how often a thread began to wait so far, by its id; empty when not counted
    private record Look(
            ThreadDump dump,
            Map<Long, Stack> threads,
            Map<String, Stack> holders,
            Map<Long, Long> waits) {

        static Look of(ThreadDump dump, List<ThreadSample> samples) {
            var threads = new HashMap<Long, Stack>();
            var holders = new HashMap<String, Stack>();
            for (Stack stack : dump.threads()) {
                threads.putIfAbsent(stack.id(), stack);
                for (ThreadDump.Lock lock : stack.holds()) {
                    if (!waitsFor(stack, lock.address())) {
                        holders.putIfAbsent(lock.address(), stack);
                    }
                }
            }
            var waits = new HashMap<Long, Long>();
            samples.forEach(one -> waits.put(one.id(), one.blockedCount() + one.waitedCount()));
            return new Look(dump, threads, holders, waits);
        }

        /// Whoever waits in `wait()` has given back the lock that its frames still show.
        private static boolean waitsFor(Stack stack, String address) {
            return stack.waitingFor().stream().anyMatch(lock -> lock.address().equals(address));
        }

        Optional<Stack> thread(long id) {
            return Optional.ofNullable(threads.get(id));
        }

        /// Whether the thread, which waits without a limit, has begun to do so again since `then`:
        /// somebody let it go on.
        boolean waitsAnew(Stack stack, Look then) {
            Long before = then.waits().get(stack.id());
            return before != null
                    && !stack.state().startsWith("TIMED")
                    && waits.getOrDefault(stack.id(), before) > before;
        }

        Optional<Stack> holder(ThreadDump.Lock lock) {
            return Optional.ofNullable(holders.get(lock.address()));
        }

        /// Who holds what the thread waits for.
        Optional<Stack> holderBefore(Stack stack) {
            return stack.waitingFor().flatMap(this::holder);
        }
    }

    private List<Look> looks() {
        return dumps.stream().map(dump -> Look.of(dump, countedAfter(dump))).toList();
    }

    private List<ThreadSample> countedAfter(ThreadDump dump) {
        Instant until = dump.at().plus(SAME_LOOK);
        return samples.stream()
                .filter(one -> !one.at().isBefore(dump.at()) && !one.at().isAfter(until))
                .findFirst()
                .map(ThreadHistory.Samples::threads)
                .orElse(List.of());
    }

    /// Threads without progress over at least three looks, longest first; idle ones are among them.
    /// Whoever waits for a lock that changes hands waits in a line that moves, and whoever began to
    /// wait anew since was let on.
    List<Still> still() {
        return still(looks());
    }

    private static List<Still> still(List<Look> looks) {
        if (looks.isEmpty()) {
            return List.of();
        }
        return looks.getLast().dump().threads().stream()
                .filter(stack -> stack.id() > 0 && !stack.frames().isEmpty())
                .map(stack -> still(stack, looks))
                .filter(still -> still.looks() >= ENOUGH)
                .sorted(Comparator.comparing(Still::stillFor).reversed())
                .toList();
    }

    private static Still still(Stack now, List<Look> looks) {
        Look newest = looks.getLast();
        int count = 1;
        Look first = newest;
        for (Look look : looks.reversed().subList(1, looks.size())) {
            Optional<Stack> then = look.thread(now.id());
            if (then.isEmpty()
                    || !unmoved(then.get(), now)
                    || newest.waitsAnew(now, look)
                    || changedHands(look.holderBefore(then.get()), newest.holderBefore(now))) {
                break;
            }
            count++;
            first = look;
        }
        return new Still(
                now, Wait.of(now), count, Duration.between(first.dump().at(), newest.dump().at()));
    }

    private static boolean unmoved(Stack then, Stack now) {
        return then.frames().equals(now.frames())
                && then.state().equals(now.state())
                && Math.abs(now.cpuMs() - then.cpuMs()) < STILL_CPU_MS;
    }

    /// One that nobody holds at the moment is on its way to the next.
    private static boolean changedHands(Optional<Stack> then, Optional<Stack> now) {
        return !then.map(Stack::id).equals(now.map(Stack::id));
    }

    /// Threads that wait for a lock and made no progress, without those in a deadlock that the JVM
    /// reports.
    List<Still> stuckOnLocks() {
        Set<Long> deadlocked = new HashSet<>();
        dumps.forEach(dump -> dump.deadlocks().forEach(deadlocked::addAll));
        List<Look> looks = looks();
        return still(looks).stream()
                .filter(
                        still ->
                                still.reason() == Wait.LOCK
                                        || still.reason() == Wait.PERMIT
                                        || still.reason() == Wait.MONITOR)
                .filter(still -> !deadlocked.contains(still.stack().id()))
                .filter(still -> !waitsForRunner(still, looks))
                .toList();
    }

    /// How many threads of the newest look wait for a lock or a result, without those in a reported
    /// deadlock.
    int waiting() {
        if (dumps.isEmpty()) {
            return 0;
        }
        ThreadDump newest = dumps.getLast();
        Set<Long> deadlocked = new HashSet<>();
        newest.deadlocks().forEach(deadlocked::addAll);
        return (int)
                newest.threads().stream()
                        .filter(stack -> stack.id() > 0 && !deadlocked.contains(stack.id()))
                        .map(Wait::of)
                        .filter(reason -> reason.forLock() || reason == Wait.RESULT)
                        .count();
    }

    /// Whether the lock's holder is known and does get on.
    private static boolean waitsForRunner(Still still, List<Look> looks) {
        Optional<Stack> holder = looks.getLast().holderBefore(still.stack());
        return holder.isPresent() && still(holder.get(), looks).looks() < ENOUGH;
    }

    /// Pools all of whose workers wait for the results of other tasks.
    List<Starved> starvedPools() {
        if (dumps.isEmpty()) {
            return List.of();
        }
        Map<Long, Still> stillById = new HashMap<>();
        still().forEach(still -> stillById.put(still.stack().id(), still));
        Map<String, List<Stack>> pools = new LinkedHashMap<>();
        for (Stack stack : dumps.getLast().threads()) {
            if (Stacks.isPoolWorker(stack)) {
                pools.computeIfAbsent(Stacks.group(stack.name()), _ -> new ArrayList<>())
                        .add(stack);
            }
        }
        var starved = new ArrayList<Starved>();
        pools.forEach(
                (pool, workers) -> {
                    List<Still> waiting =
                            workers.stream()
                                    .map(worker -> stillById.get(worker.id()))
                                    .filter(still -> still != null && still.reason() == Wait.RESULT)
                                    .toList();
                    if (waiting.size() == workers.size()) {
                        Still newest = waiting.getLast();
                        starved.add(new Starved(pool, workers, newest.looks(), newest.stillFor()));
                    }
                });
        return starved;
    }

    /// The locks of the newest dump that threads wait for, most waiters first.
    List<Contended> contended() {
        return dumps.isEmpty() ? List.of() : contended(dumps.getLast());
    }

    static List<Contended> contended(ThreadDump dump) {
        Map<ThreadDump.Lock, List<Stack>> waiters = new LinkedHashMap<>();
        for (Stack stack : dump.threads()) {
            if (Wait.of(stack).forLock() && stack.waitingFor().isPresent()) {
                waiters.computeIfAbsent(stack.waitingFor().get(), _ -> new ArrayList<>())
                        .add(stack);
            }
        }
        Look look = Look.of(dump, List.of());
        return waiters.entrySet().stream()
                .map(
                        entry ->
                                new Contended(
                                        entry.getKey(),
                                        List.copyOf(entry.getValue()),
                                        look.holder(entry.getKey())))
                .sorted(Comparator.comparingInt((Contended c) -> c.waiters().size()).reversed())
                .toList();
    }

    /// In how many of the looks at least two threads waited for a lock of this class.
    int looksContendedOn(String lockType) {
        return (int)
                dumps.stream()
                        .filter(
                                dump ->
                                        contended(dump).stream()
                                                .anyMatch(
                                                        one ->
                                                                one.lock().type().equals(lockType)
                                                                        && one.waiters().size()
                                                                                >= 2))
                        .count();
    }
}
