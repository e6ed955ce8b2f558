package io.hotlens.skills.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ActivityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BLOCKED | com.shop.A.run:1 | LOCK
                    WAITING | java.util.concurrent.ThreadPoolExecutor.getTask:1 | IDLE
                    RUNNABLE | sun.nio.ch.EPoll.wait | IDLE
                    RUNNABLE | sun.nio.ch.SocketDispatcher.read0 java.net.Socket$SocketInputStream.read com.shop.A.call:3 | REMOTE
                    RUNNABLE | java.net.Socket$SocketInputStream.read org.postgresql.core.PGStream.receiveChar com.shop.A.call:3 | DATABASE
                    RUNNABLE | java.net.Socket$SocketInputStream.read org.postgresql.core.PGStream.receiveChar com.zaxxer.hikari.pool.PoolBase.newConnection | REMOTE
                    TIMED_WAITING | jdk.internal.misc.Unsafe.park com.zaxxer.hikari.pool.HikariPool.getConnection:9 com.shop.A.b:1 | POOL
                    WAITING | java.lang.Object.wait com.mchange.v2.resourcepool.BasicResourcePool.awaitAvailable:4 com.shop.A.b:1 | POOL
                    RUNNABLE | com.zaxxer.hikari.pool.HikariPool.getConnection:9 com.shop.A.b:1 | RUNNING
                    WAITING | jdk.internal.misc.Unsafe.park java.util.concurrent.ArrayBlockingQueue.put com.shop.A.b:1 | QUEUE_ROOM
                    WAITING | java.util.concurrent.FutureTask.get com.shop.A.b:1 | RESULT
                    WAITING | java.util.concurrent.locks.ReentrantLock.lock com.shop.A.b:1 | LOCK
                    TIMED_WAITING | java.lang.Thread.sleep com.shop.A.b:1 | SLEEP
                    TIMED_WAITING | java.lang.Object.wait com.shop.A.b:1 | IDLE
                    RUNNABLE | com.shop.A.b:1 | RUNNING
                    """)
    void anActivityIsToldFromStateAndFrames(String state, String frames, Activity expected) {
        assertEquals(expected, Activity.of(state, List.of(frames.split(" "))));
    }

    @Test
    void aThreadWithoutFramesRunsOrIsIdle() {
        assertEquals(Activity.RUNNING, Activity.of("RUNNABLE", List.of()));
        assertEquals(Activity.IDLE, Activity.of("WAITING", List.of()));
        assertEquals(Activity.RUNNING, Activity.of("", List.of("", ":", "a")));
    }
}
