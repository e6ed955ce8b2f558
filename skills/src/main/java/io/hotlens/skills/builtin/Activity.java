package io.hotlens.skills.builtin;

import io.hotlens.skills.target.ThreadDump;

import java.util.List;
import java.util.Locale;

/// What a thread does or waits for beyond plain locks, told from its stack.
public enum Activity {
    /// Waits for a connection out of a pool.
    POOL,
    /// Waits for the database to answer.
    DATABASE,
    /// Waits for another process to answer.
    REMOTE,
    /// Waits for room in a queue that is full.
    QUEUE_ROOM,
    /// Waits for the result of another task.
    RESULT,
    /// Waits for a lock.
    LOCK,
    /// Waits for work, a timer or its turn.
    IDLE,
    /// Sleeps in the application's own code.
    SLEEP,
    /// Runs.
    RUNNING;

    private static final int NEAR = 16;
    private static final List<String> READS =
            List.of("SocketDispatcher.read", "SocketInputStream.read", "NioSocketImpl.read");
    private static final List<String> ROOM =
            List.of("BlockingQueue.put", "BlockingDeque.put", "SynchronousQueue.put");
    private static final List<String> NO_WORK =
            List.of(
                    "ThreadPoolExecutor.getTask",
                    "ForkJoinPool.awaitWork",
                    "QueuedThreadPool.idleJobPoll",
                    "EPoll.wait",
                    "Net.accept",
                    "Net.poll",
                    "ReferenceQueue.remove",
                    "DelayQueue.take",
                    "WorkQueue.take",
                    "TimerThread.mainLoop");
    private static final List<String> RESULTS =
            List.of(
                    "FutureTask.get",
                    "FutureTask.awaitDone",
                    "CompletableFuture.get",
                    "CompletableFuture.join",
                    "ForkJoinTask.get",
                    "ForkJoinTask.join");
    private static final List<String> LOCKS =
            List.of("Lock.lock", "ReadLock.lock", "WriteLock.lock", "Semaphore.acquire");

    /// @param frames innermost first, `package.Class.method`, with or without `:line`
    public static Activity of(String state, List<String> frames) {
        List<String> near = frames.stream().limit(NEAR).map(Frames::method).toList();
        boolean waiting = state.endsWith("WAITING");
        if (state.equals("BLOCKED")) {
            return LOCK;
        }
        if (ends(near, READS)) {
            return Frames.inDriver(frames) ? DATABASE : REMOTE;
        }
        if (waiting && Frames.takesConnection(frames)) {
            return POOL;
        }
        if (waiting && ends(near, ROOM)) {
            return QUEUE_ROOM;
        }
        if (ends(near, NO_WORK)) {
            return IDLE;
        }
        return waiting ? waiting(near) : RUNNING;
    }

    private static Activity waiting(List<String> near) {
        if (ends(near, RESULTS)) {
            return RESULT;
        }
        if (ends(near, LOCKS)) {
            return LOCK;
        }
        return near.stream().anyMatch(f -> f.equals("java.lang.Thread.sleep")) ? SLEEP : IDLE;
    }

    public static Activity of(ThreadDump.Stack stack) {
        return of(stack.state(), stack.frames().stream().map(ThreadDump.Frame::method).toList());
    }

    private static boolean ends(List<String> frames, List<String> methods) {
        return frames.stream().anyMatch(frame -> methods.stream().anyMatch(frame::endsWith));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
