package io.hotlens.skills.builtin;

import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Frame;
import io.hotlens.skills.target.ThreadDump.Lock;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Thread dumps made up for tests, two seconds apart.
public final class Dumps {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String PARK = "jdk.internal.misc.Unsafe.park";
    private static final String SOCKET = "java.net.Socket$SocketInputStream.read";

    private Dumps() {}

    public static ThreadDump dump(int second, Stack... threads) {
        return new ThreadDump(START.plusSeconds(second), List.of(threads), List.of());
    }

    public static List<ThreadDump> looks(int count, IntFunction<List<Stack>> threads) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new ThreadDump(START.plusSeconds(2L * i), threads.apply(i), List.of()))
                .toList();
    }

    public static Stack thread(long id, String name, String state, String... frames) {
        return thread(id, name, state, 1, frames);
    }

    public static Stack thread(long id, String name, String state, double cpuMs, String... frames) {
        return new Stack(
                id,
                name,
                true,
                state,
                "",
                cpuMs,
                100,
                Arrays.stream(frames).map(frame -> new Frame(frame, "", 7)).toList(),
                Optional.empty(),
                List.of());
    }

    /// The same thread, waiting for one lock or holding another.
    public static Stack with(Stack stack, Optional<Lock> wants, Lock... holds) {
        return new Stack(
                stack.id(),
                stack.name(),
                stack.daemon(),
                stack.state(),
                stack.detail(),
                stack.cpuMs(),
                stack.elapsedS(),
                stack.frames(),
                wants,
                List.of(holds));
    }

    public static Stack waitsForConnection(long id, double cpuMs) {
        return thread(
                id,
                "http-worker-" + id,
                "TIMED_WAITING",
                cpuMs,
                PARK,
                "java.util.concurrent.SynchronousQueue.poll",
                "com.zaxxer.hikari.util.ConcurrentBag.borrow",
                "com.zaxxer.hikari.pool.HikariPool.getConnection",
                "com.zaxxer.hikari.HikariDataSource.getConnection",
                "com.shop.Orders.load",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run");
    }

    public static Stack asksDatabase(long id) {
        return thread(
                id,
                "http-worker-" + id,
                "RUNNABLE",
                "sun.nio.ch.SocketDispatcher.read0",
                SOCKET,
                "org.postgresql.core.PGStream.receiveChar",
                "org.postgresql.jdbc.PgPreparedStatement.executeQuery",
                "com.zaxxer.hikari.pool.ProxyPreparedStatement.executeQuery",
                "com.shop.Orders.search",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run");
    }

    public static Stack idleWorker(long id) {
        return thread(
                id,
                "http-worker-" + id,
                "WAITING",
                PARK,
                "java.util.concurrent.LinkedBlockingQueue.take",
                "java.util.concurrent.ThreadPoolExecutor.getTask",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run");
    }

    public static Stack waitsForRoom(long id, double cpuMs) {
        return thread(
                id,
                "desk-" + id,
                "WAITING",
                cpuMs,
                PARK,
                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
                "java.util.concurrent.LinkedBlockingQueue.put",
                "com.shop.Desk.accept");
    }
}
