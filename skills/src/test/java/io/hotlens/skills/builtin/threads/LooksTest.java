package io.hotlens.skills.builtin.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Frame;
import io.hotlens.skills.target.ThreadDump.Lock;
import io.hotlens.skills.target.ThreadDump.Stack;
import io.hotlens.skills.target.ThreadSample;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

class LooksTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SYNC =
            "java.util.concurrent.locks.ReentrantReadWriteLock$NonfairSync";
    private static final Lock LOCK = new Lock("0x1", SYNC);
    private static final Lock INVENTORY = new Lock("0x9", "com.shop.Inventory");

    private static Stack thread(
            long id, String state, double cpuMs, Optional<Lock> wants, String... frames) {
        return new Stack(
                id,
                "worker-" + id,
                true,
                state,
                "",
                cpuMs,
                100,
                Arrays.stream(frames).map(f -> new Frame(f, "", 1)).toList(),
                wants,
                List.of());
    }

    private static Stack waitingForWriteLock(long id, double cpuMs) {
        return thread(
                id,
                "WAITING",
                cpuMs,
                Optional.of(LOCK),
                "jdk.internal.misc.Unsafe.park",
                "java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock.lock",
                "com.shop.Prices.refresh");
    }

    private static Stack blocked(long id) {
        return blocked(id, INVENTORY);
    }

    private static Stack blocked(long id, Lock monitor) {
        return thread(id, "BLOCKED", 1, Optional.of(monitor), "com.shop.Shop.buy");
    }

    private static Stack sleepingHolder(long id) {
        return sleepingHolder(id, INVENTORY);
    }

    private static Stack sleepingHolder(long id, Lock monitor) {
        return new Stack(
                id,
                "holder-" + id,
                true,
                "TIMED_WAITING",
                "",
                5,
                1,
                List.of(new Frame("java.lang.Thread.sleep", "", 1)),
                Optional.empty(),
                List.of(monitor));
    }

    private static Stack idle(long id) {
        return thread(
                id,
                "WAITING",
                1,
                Optional.of(
                        new Lock(
                                "0x2",
                                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject")),
                "jdk.internal.misc.Unsafe.park",
                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
                "java.util.concurrent.LinkedBlockingQueue.take",
                "java.util.concurrent.ThreadPoolExecutor.getTask",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run");
    }

    private static Stack waitingForResult(long id) {
        return thread(
                id,
                "WAITING",
                1,
                Optional.empty(),
                "java.util.concurrent.FutureTask.awaitDone",
                "java.util.concurrent.FutureTask.get",
                "com.shop.Report.build",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run");
    }

    private static Looks looks(int count, IntFunction<List<Stack>> threads) {
        return new Looks(
                IntStream.range(0, count)
                        .mapToObj(i -> new ThreadDump(at(i), threads.apply(i), List.of()))
                        .toList(),
                List.of());
    }

    private static Instant at(int look) {
        return START.plusSeconds(2L * look);
    }

    /// Four looks at one thread, and how often it had begun to wait right after each.
    private static List<Looks.Still> stuckOf(Stack stack, long... waits) {
        Looks looks = looks(waits.length, _ -> List.of(sleepingHolder(1), stack));
        return new Looks(
                        looks.dumps(),
                        IntStream.range(0, waits.length)
                                .mapToObj(
                                        i ->
                                                new ThreadHistory.Samples(
                                                        at(i).plusMillis(20),
                                                        List.of(counted(stack, waits[i]))))
                                .toList())
                .stuckOnLocks();
    }

    private static ThreadSample counted(Stack stack, long waits) {
        return new ThreadSample(
                stack.id(), stack.name(), stack.state(), stack.cpuMs(), 0, waits, 40);
    }

    @Test
    void aThreadThatWaitsForALockWithoutAnyProgressIsStuck() {
        List<Looks.Still> stuck = looks(4, _ -> List.of(waitingForWriteLock(7, 3))).stuckOnLocks();
        assertEquals(1, stuck.size());
        assertEquals(4, stuck.getFirst().looks());
        assertEquals(6, stuck.getFirst().stillFor().toSeconds());
    }

    @Test
    void aThreadThatUsedCpuBetweenLooksIsNot() {
        assertEquals(
                List.of(), looks(4, i -> List.of(waitingForWriteLock(7, i * 50))).stuckOnLocks());
    }

    @Test
    void whoeverWaitsForALockThatChangesHandsIsNot() {
        assertEquals(
                List.of(),
                looks(5, i -> List.of(sleepingHolder(1 + i % 2), blocked(8))).stuckOnLocks());
    }

    @Test
    void whoeverWaitsForALockOnItsWayToTheNextIsNot() {
        assertEquals(
                List.of(),
                looks(5, i -> i < 4 ? List.of(sleepingHolder(1), blocked(8)) : List.of(blocked(8)))
                        .stuckOnLocks());
    }

    @Test
    void aLockThatMovedInTheHeapIsStillTheSame() {
        List<Looks.Still> stuck =
                looks(
                                4,
                                i -> {
                                    Lock moved = new Lock("0x" + i, INVENTORY.type());
                                    return List.of(sleepingHolder(1, moved), blocked(8, moved));
                                })
                        .stuckOnLocks();
        assertEquals(List.of(8L), stuck.stream().map(one -> one.stack().id()).toList());
        assertEquals(4, stuck.getFirst().looks());
    }

    @Test
    void whoeverBeganToWaitAnewIsNot() {
        assertEquals(List.of(), stuckOf(blocked(8), 5, 6, 6, 7));
        assertEquals(4, stuckOf(blocked(8), 5, 5, 5, 5).getFirst().looks());
        assertEquals(3, stuckOf(blocked(8), 5, 6, 6, 6).getFirst().looks());
    }

    @Test
    void aThreadThatIsNotCountedAtOneLookIsToldByItsStacks() {
        Looks looks = looks(4, _ -> List.of(sleepingHolder(1), blocked(8)));
        var other = new ThreadHistory.Samples(at(2), List.of(counted(blocked(9), 3)));
        assertEquals(4, new Looks(looks.dumps(), List.of(other)).stuckOnLocks().getFirst().looks());
    }

    @Test
    void aTimedWaitThatIsBegunAgainIsNoProgress() {
        Stack polling =
                thread(
                        8,
                        "TIMED_WAITING",
                        1,
                        Optional.of(LOCK),
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.Semaphore.acquire",
                        "com.shop.Pool.borrow");
        assertEquals(4, stuckOf(polling, 5, 25, 45, 65).getFirst().looks());
    }

    @Test
    void aLockIsWatchedFromItsLastChangeOfHandsOn() {
        Looks.Still stuck =
                looks(6, i -> List.of(sleepingHolder(i < 2 ? 1 : 2), blocked(8)))
                        .stuckOnLocks()
                        .getFirst();
        assertEquals(4, stuck.looks());
        assertEquals(6, stuck.stillFor().toSeconds());
    }

    @Test
    void twoLooksAreTooFew() {
        assertEquals(List.of(), looks(2, _ -> List.of(waitingForWriteLock(7, 3))).stuckOnLocks());
    }

    @Test
    void idleWorkersAreNotStuck() {
        assertEquals(List.of(), looks(5, _ -> List.of(idle(1), idle(2))).stuckOnLocks());
        assertEquals(List.of(), looks(5, _ -> List.of(idle(1), idle(2))).starvedPools());
    }

    @Test
    void whatTheJvmReportsAsDeadlockIsLeftToIt() {
        var dumps =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        new ThreadDump(
                                                START.plusSeconds(i),
                                                List.of(waitingForWriteLock(7, 3)),
                                                List.of(List.of(7L))))
                        .toList();
        assertEquals(List.of(), new Looks(dumps, List.of()).stuckOnLocks());
    }

    @Test
    void aPoolAllOfWhoseWorkersWaitForResultsStarves() {
        List<Looks.Starved> starved =
                looks(4, _ -> List.of(waitingForResult(1), waitingForResult(2))).starvedPools();
        assertEquals(List.of("worker-*"), starved.stream().map(Looks.Starved::pool).toList());
    }

    @Test
    void aPoolWithOneIdleWorkerDoesNot() {
        assertEquals(
                List.of(),
                looks(4, _ -> List.of(waitingForResult(1), waitingForResult(2), idle(3)))
                        .starvedPools());
    }

    @Test
    void theHolderOfAContendedLockIsFound() {
        Looks looks = looks(3, _ -> List.of(sleepingHolder(1), blocked(2), blocked(3)));
        Looks.Contended contended = looks.contended().getFirst();
        assertEquals(2, contended.waiters().size());
        assertEquals("holder-1", contended.holder().orElseThrow().name());
        assertEquals(3, looks.looksContendedOn("com.shop.Inventory"));
        assertTrue(looks.contended().size() == 1);
    }
}
