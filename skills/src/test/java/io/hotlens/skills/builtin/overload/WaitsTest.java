package io.hotlens.skills.builtin.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.target.ThreadDump.Lock;
import io.hotlens.skills.target.ThreadDump.Stack;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class WaitsTest {

    private static final Lock CART = new Lock("0x1", "com.shop.Cart");
    private static final Lock STOCK = new Lock("0x2", "com.shop.Stock");

    private static Stack blocked(long id, Lock wants, Lock... holds) {
        return Dumps.with(
                Dumps.thread(id, "worker-" + id, "BLOCKED", "com.shop.Cart.add"),
                Optional.of(wants),
                holds);
    }

    @Test
    void theChainGoesOnToTheThreadThatHoldsUpAll() {
        Stack holder = Dumps.with(Dumps.asksDatabase(9), Optional.empty(), STOCK);
        Waits waits =
                new Waits(Dumps.dump(0, blocked(1, CART), blocked(2, STOCK, CART), holder), "");
        Waits.Bottleneck cart =
                waits.bottlenecks().stream()
                        .filter(one -> one.thing().name().equals("com.shop.Cart"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of("lock", "database"), cart.chain().stream().map(Waits.Thing::kind).toList());
        assertEquals("http-worker-9", cart.end().orElseThrow().name());
    }

    @Test
    void whatHoldsUpMostThreadsDirectlyOrBehindOthersComesFirst() {
        Stack holder = Dumps.with(Dumps.asksDatabase(9), Optional.empty(), STOCK);
        var first =
                new Waits(
                                Dumps.dump(
                                        0,
                                        blocked(1, CART),
                                        blocked(2, CART),
                                        blocked(3, STOCK, CART),
                                        holder),
                                "")
                        .bottlenecks()
                        .getFirst();
        assertEquals("database", first.thing().kind());
        assertEquals("com.shop.Orders.search:7", first.thing().name());
    }

    @Test
    void aCycleEnds() {
        Waits waits =
                new Waits(Dumps.dump(0, blocked(1, CART, STOCK), blocked(2, STOCK, CART)), "");
        assertEquals(2, waits.bottlenecks().size());
        assertEquals(1, waits.bottlenecks().getFirst().chain().size());
    }

    @Test
    void thoseInTheDriverHoldTheConnectionsOthersWaitFor() {
        Waits.Bottleneck pool =
                new Waits(
                                Dumps.dump(
                                        0,
                                        Dumps.waitsForConnection(1, 1),
                                        Dumps.waitsForConnection(2, 1),
                                        Dumps.asksDatabase(3)),
                                "orders-pool")
                        .bottlenecks().stream()
                                .filter(one -> one.thing().kind().equals("pool"))
                                .findFirst()
                                .orElseThrow();
        assertEquals("orders-pool", pool.thing().name());
        assertEquals(2, pool.waiters().size());
        assertEquals("http-worker-3", pool.holders().getFirst().name());
    }

    @Test
    void whoRunsOrIsIdleWaitsForNobody() {
        assertEquals(
                List.of(),
                new Waits(
                                Dumps.dump(
                                        0,
                                        Dumps.idleWorker(1),
                                        Dumps.thread(2, "main", "RUNNABLE", "com.shop.Main.run")),
                                "")
                        .bottlenecks());
    }
}
