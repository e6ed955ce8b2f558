package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.target.ThreadDump;

import java.util.List;
import java.util.Locale;

/// What a thread waits for, told from its innermost frames.
enum Wait {
    /// To enter a `synchronized` block.
    MONITOR,
    /// For a lock of `java.util.concurrent`, without a time limit.
    LOCK,
    /// For a lock, but only for a while.
    TIMED_LOCK,
    /// For a permit of a semaphore.
    PERMIT,
    /// For the result of another task.
    RESULT,
    /// For a latch, a barrier or another thread's end.
    SIGNAL,
    /// For work, for input or for the next turn: what healthy threads do most of the time.
    WORK,
    /// For nothing; it runs.
    NOTHING;

    private static final List<String> WORK_METHODS =
            List.of(
                    "ThreadPoolExecutor.getTask",
                    "ForkJoinPool.awaitWork",
                    "DelayedWorkQueue.take",
                    "DelayedWorkQueue.poll",
                    "BlockingQueue.take",
                    "BlockingQueue.poll",
                    "BlockingDeque.take",
                    "BlockingDeque.poll",
                    "DelayQueue.take",
                    "SynchronousQueue.take",
                    "SynchronousQueue.poll",
                    "LinkedTransferQueue.take",
                    "ReferenceQueue.remove",
                    "Reference.waitForReferencePendingList",
                    "TimerThread.mainLoop",
                    "NativeReferenceQueue",
                    "EPoll.wait",
                    "KQueue.poll",
                    "Net.accept",
                    "Net.poll",
                    "SocketDispatcher.read",
                    "FileInputStream.read");

    /// @param frames innermost first
    static Wait of(String state, List<String> frames) {
        if (state.equals("BLOCKED")) {
            return MONITOR;
        }
        if (contains(frames, WORK_METHODS)) {
            return WORK;
        }
        if (!state.endsWith("WAITING")) {
            return NOTHING;
        }
        if (has(frames, "AbstractQueuedSynchronizer$ConditionObject.await")) {
            return WORK;
        }
        return waiting(frames);
    }

    private static Wait waiting(List<String> frames) {
        if (has(frames, ".tryLock")) {
            return TIMED_LOCK;
        }
        if (has(frames, "Semaphore.acquire")) {
            return PERMIT;
        }
        if (has(
                frames,
                "FutureTask.get",
                "FutureTask.awaitDone",
                "CompletableFuture.get",
                "CompletableFuture.join",
                "ForkJoinTask.get",
                "ForkJoinTask.join")) {
            return RESULT;
        }
        if (has(
                frames,
                "Lock.lock",
                "Lock$ReadLock.lock",
                "Lock$WriteLock.lock",
                "Lock.lockInterruptibly",
                "Lock.readLock",
                "Lock.writeLock",
                "ReadLock.lock",
                "WriteLock.lock")) {
            return LOCK;
        }
        if (has(frames, "CountDownLatch.await", "CyclicBarrier.await", "Phaser.", "Thread.join")) {
            return SIGNAL;
        }
        return WORK;
    }

    static Wait of(ThreadDump.Stack stack) {
        return of(stack.state(), stack.frames().stream().map(ThreadDump.Frame::method).toList());
    }

    private static boolean has(List<String> frames, String... methods) {
        return contains(frames, List.of(methods));
    }

    private static boolean contains(List<String> frames, List<String> methods) {
        return frames.stream()
                .limit(16)
                .anyMatch(frame -> methods.stream().anyMatch(frame::contains));
    }

    /// Whether somebody else must let it go on.
    boolean forLock() {
        return this == MONITOR || this == LOCK || this == TIMED_LOCK || this == PERMIT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
