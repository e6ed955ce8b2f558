package io.hotlens.ui.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.support.ThreadSamples;
import io.hotlens.ui.threads.LockGraph.Knot;
import io.hotlens.ui.threads.LockGraph.Wait;

import org.junit.jupiter.api.Test;

import java.util.List;

class LockGraphTest {

    private final LockGraph graph = LockGraph.of((Data.Fields) ThreadSamples.locks());

    @Test
    void aDeadlockIsARingOfWaits() {
        Knot ring = graph.knots().getFirst();
        assertTrue(ring.deadlock());
        assertEquals(
                List.of(
                        new Wait(0, 1, "com.shop.stock.StockLock"),
                        new Wait(1, 0, "com.shop.order.OrderLock")),
                ring.waits());
    }

    @Test
    void aContendedLockHasItsHolderFirstAndSomeOfItsWaiters() {
        Knot star = graph.knots().getLast();
        assertFalse(star.deadlock());
        assertEquals("catalogue-refresh", star.threads().getFirst().thread());
        assertEquals(LockGraph.MOST_WAITERS, star.waits().size());
        assertEquals(12 - LockGraph.MOST_WAITERS, star.unseen());
        assertTrue(star.waits().stream().allMatch(wait -> wait.holder() == 0));
    }

    @Test
    void aLockWhoseHolderIsDeadlockedIsNotDrawnTwice() {
        Data held =
                Data.fields()
                        .put("holder", "order-writer")
                        .put("class_name", "com.shop.stock.StockLock")
                        .put("waiting", List.of(Data.of("stock-writer")))
                        .build();
        Data.Fields both =
                Data.fields()
                        .put("deadlocks", ((Data.Fields) ThreadSamples.locks()).items("deadlocks"))
                        .put("contended", List.of(held))
                        .build();
        assertEquals(1, LockGraph.of(both).knots().size());
    }

    @Test
    void nothingToWaitForIsNoKnot() {
        assertEquals(List.of(), LockGraph.of(Data.fields().build()).knots());
    }

    @Test
    void namesAreShownWithoutTheirPackage() {
        assertEquals("Cart$Lock", LockPane.shortName("com.shop.Cart$Lock"));
        assertEquals("Cart.add:12", LockPane.shortName("com.shop.Cart.add:12"));
        assertEquals("lowercase", LockPane.shortName("com.lowercase".substring(4)));
        assertEquals("", LockPane.shortName(""));
    }
}
