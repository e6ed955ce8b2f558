package io.hotlens.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class EarlierTargetsTest {

    private static final JvmProcess CHECKOUT = Samples.process(4711, "Checkout", "");
    private static final JvmProcess ORDERS = Samples.process(812, "Orders", "");

    private static final Earlier CHECKOUT_BEFORE =
            new Earlier.Local(4711, CHECKOUT.startedAt().plusMillis(300), "Checkout");
    private static final Earlier ORDERS_BEFORE =
            new Earlier.Local(812, ORDERS.startedAt(), "Orders");
    private static final Earlier REMOTE = new Earlier.Remote("db:9010", "jane", "Db");

    private final List<Earlier> asked = new ArrayList<>();
    private final List<Runnable> pending = new ArrayList<>();
    private final EarlierTargets targets =
            new EarlierTargets(
                    (target, opened) -> {
                        asked.add(target);
                        pending.add(opened);
                    });

    @Test
    void aProcessIsOfferedOnlyWhileItRuns() {
        targets.offer(List.of(CHECKOUT_BEFORE, REMOTE, ORDERS_BEFORE));
        assertEquals(List.of(REMOTE), targets.shown());
        targets.found(List.of(CHECKOUT));
        assertEquals(List.of(CHECKOUT_BEFORE, REMOTE), targets.shown());
        targets.found(List.of());
        assertEquals(List.of(REMOTE), targets.shown());
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheSame() {
        targets.offer(
                List.of(
                        new Earlier.Local(
                                4711, CHECKOUT.startedAt().minusSeconds(3_600), "Checkout")));
        targets.found(List.of(CHECKOUT));
        assertEquals(List.of(), targets.shown());
    }

    @Test
    void whatIsOpenIsNotOfferedAnyMore() {
        targets.offer(List.of(CHECKOUT_BEFORE));
        targets.found(List.of(CHECKOUT));
        targets.open(CHECKOUT_BEFORE);
        assertEquals(List.of(CHECKOUT_BEFORE), targets.shown());
        pending.getFirst().run();
        assertEquals(List.of(), targets.shown());
    }

    @Test
    void allProcessesAreOpenedOneAfterTheOther() {
        targets.offer(List.of(CHECKOUT_BEFORE, REMOTE, ORDERS_BEFORE));
        targets.found(List.of(CHECKOUT, ORDERS));
        targets.openAll();
        assertEquals(List.of(CHECKOUT_BEFORE), asked);
        pending.getLast().run();
        assertEquals(List.of(CHECKOUT_BEFORE, ORDERS_BEFORE), asked);
        pending.getLast().run();
        assertEquals(List.of(REMOTE), targets.shown());
        assertEquals(2, asked.size());
    }
}
