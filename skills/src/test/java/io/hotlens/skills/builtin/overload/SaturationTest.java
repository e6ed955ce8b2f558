package io.hotlens.skills.builtin.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Workers, full queues, growth and cascades, on dumps and series made up.
class SaturationTest {

    private static final Pool ORDERS = new Pool("orders-pool", PoolKind.HIKARI, 3, 0, 3, 2);

    private static Series series(int points, IntToDoubleFunction value) {
        return new Series(
                IntStream.range(0, points)
                        .mapToObj(
                                i ->
                                        new Series.Point(
                                                Dumps.START.plusSeconds(5L * i),
                                                value.applyAsDouble(i)))
                        .toList());
    }

    @Test
    void workersAreGroupedByNameAndIdleOnesToldApart() {
        Workers workers =
                Workers.in(
                                Dumps.dump(
                                        0,
                                        Dumps.idleWorker(1),
                                        Dumps.asksDatabase(2),
                                        Dumps.asksDatabase(3)))
                        .getFirst();
        assertEquals("http-worker-*", workers.group());
        assertEquals(2, workers.busy());
        assertEquals(2, workers.doing().get(Activity.DATABASE));
        assertEquals("com.shop.Orders.search:7", workers.at());
        assertFalse(workers.allBusy());
    }

    @Test
    void otherThreadsAreNoWorkers() {
        assertEquals(List.of(), Workers.in(Dumps.dump(0, Dumps.waitsForRoom(1, 1))));
    }

    @Test
    void aProducerThatWaitsForRoomAtEveryLookIsBlocked() {
        FullQueues queue =
                FullQueues.in(Dumps.looks(4, _ -> List.of(Dumps.waitsForRoom(1, 3)))).getFirst();
        assertEquals(4, queue.looks());
        assertEquals(Duration.ofSeconds(6), queue.longest());
        assertEquals("com.shop.Desk.accept:7", queue.at());
    }

    @Test
    void aProducerThatGetsOnIsBackPressure() {
        FullQueues queue =
                FullQueues.in(Dumps.looks(4, i -> List.of(Dumps.waitsForRoom(1, 3 + 8.0 * i))))
                        .getFirst();
        assertEquals(Duration.ZERO, queue.longest());
    }

    @Test
    void aQueueThatGrowsAlongALineIsWatched() {
        Growth growth = Growth.of(ORDERS, "waiting", series(6, i -> 10 + 4 * i), Double.NaN);
        assertTrue(growth.steady());
        assertEquals(48, growth.slope().perMinute(), 1e-6);
        assertEquals(Growth.Urgency.WATCH, growth.urgency());
        assertTrue(Double.isNaN(growth.minutesToLimit()));
    }

    @Test
    void theNearerTheLimitTheMoreUrgent() {
        assertEquals(
                Growth.Urgency.SOON,
                Growth.of(ORDERS, "active", series(6, i -> 10 + i), 30).urgency());
        assertEquals(
                Growth.Urgency.WATCH,
                Growth.of(ORDERS, "active", series(6, i -> 10 + i), 10_000).urgency());
        assertEquals(
                Growth.Urgency.NOW, Growth.of(ORDERS, "active", series(6, _ -> 3), 3).urgency());
    }

    @Test
    void noiseAndTwoPointsAreNoGrowth() {
        assertFalse(Growth.of(ORDERS, "waiting", series(8, i -> i % 2 * 9), Double.NaN).steady());
        assertFalse(Growth.of(ORDERS, "waiting", series(2, i -> i * 9), Double.NaN).steady());
        assertFalse(Growth.of(ORDERS, "waiting", Series.EMPTY, Double.NaN).known());
    }

    @Test
    void theFirstToSaturateComesFirstAndNamesWhatItsUsersWaitFor() {
        List<Cascade> cascades =
                Cascade.in(
                        List.of(ORDERS),
                        _ -> Dumps.START.minusSeconds(30),
                        Dumps.looks(
                                3,
                                _ ->
                                        List.of(
                                                Dumps.asksDatabase(1),
                                                Dumps.waitsForConnection(2, 1),
                                                Dumps.waitsForConnection(3, 1))),
                        "orders-pool");
        assertEquals(
                List.of("orders-pool", "http-worker-*"),
                cascades.stream().map(Cascade::resource).toList());
        assertEquals("database", cascades.getFirst().causedBy().orElseThrow().kind());
        assertEquals("pool", cascades.getLast().causedBy().orElseThrow().kind());
    }

    @Test
    void aFullPoolThatNobodyWaitsForIsNotSaturated() {
        assertFalse(new Pool("p", PoolKind.HIKARI, 3, 0, 3, 0).saturated());
        assertFalse(new Pool("p", PoolKind.TOMCAT, 3, 0, 3, Double.NaN).saturated());
        assertTrue(
                new Pool("p", PoolKind.KAFKA_CONSUMER, Double.NaN, 0, Double.NaN, 9).saturated());
    }
}
