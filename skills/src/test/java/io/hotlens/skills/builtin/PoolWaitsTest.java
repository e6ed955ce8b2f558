package io.hotlens.skills.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class PoolWaitsTest {

    @Test
    void aThreadThatWaitsWithoutCpuHasWaitedSinceItWasFirstSeen() {
        PoolWaits waits =
                PoolWaits.in(Dumps.looks(4, _ -> List.of(Dumps.waitsForConnection(1, 5))));
        assertEquals(4, waits.looks());
        assertEquals(Duration.ofSeconds(6), waits.longest());
        assertEquals("com.shop.Orders.load:7", waits.at());
    }

    @Test
    void aThreadThatGotOnBetweenLooksHasNotWaitedLong() {
        PoolWaits waits =
                PoolWaits.in(
                        Dumps.looks(4, i -> List.of(Dumps.waitsForConnection(1, 5 + 9.0 * i))));
        assertEquals(4, waits.looks());
        assertEquals(Duration.ZERO, waits.longest());
    }

    @Test
    void onlyTheNewestLooksInARowCount() {
        PoolWaits waits =
                PoolWaits.in(
                        Dumps.looks(
                                5,
                                i ->
                                        i == 2
                                                ? List.of(Dumps.idleWorker(1))
                                                : List.of(Dumps.waitsForConnection(1, 5))));
        assertEquals(2, waits.looks());
        assertEquals(Duration.ofSeconds(2), waits.longest());
    }

    @Test
    void theHousekeeperNamesThePoolUnlessThereAreTwo() {
        var keeper = Dumps.thread(8, "orders-pool:housekeeper", "TIMED_WAITING");
        var older = Dumps.thread(9, "HikariPool-1 housekeeper", "TIMED_WAITING");
        assertEquals(
                Optional.of("orders-pool"), PoolWaits.in(List.of(Dumps.dump(0, keeper))).pool());
        assertEquals(
                Optional.of("HikariPool-1"), PoolWaits.in(List.of(Dumps.dump(0, older))).pool());
        assertEquals(Optional.empty(), PoolWaits.in(List.of(Dumps.dump(0, keeper, older))).pool());
    }

    @Test
    void withoutDumpsNobodyWaits() {
        assertEquals(0, PoolWaits.in(List.of()).looks());
        assertEquals(List.of(), PoolWaits.in(Dumps.looks(3, _ -> List.of())).waiting());
    }
}
