package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.target.ThreadDump.Stack;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class HoldersTest {

    private static Stack prints(long id) {
        return Dumps.thread(
                id,
                "http-worker-" + id,
                "TIMED_WAITING",
                "java.lang.Thread.sleep",
                "com.shop.Printer.print",
                "com.shop.Orders.search");
    }

    private static Query askedBy(long id) {
        return new Query(
                Dumps.START,
                25,
                "http-worker-" + id,
                "com.shop.Orders.search:7",
                List.of("com.shop.Orders.search"),
                "db:5432",
                false);
    }

    @Test
    void aThreadInsideTheDriverHoldsAConnectionForSure() {
        Holders.Holder holder =
                new Holders(Dumps.looks(3, _ -> List.of(Dumps.asksDatabase(1))), List.of())
                        .now()
                        .getFirst();
        assertEquals(Holders.How.IN_DRIVER, holder.how());
        assertEquals(Dumps.START, holder.since());
    }

    @Test
    void aMethodThatAskedAndHasNotReturnedLikelyHoldsOne() {
        Holders.Holder holder =
                new Holders(Dumps.looks(2, _ -> List.of(prints(4))), List.of(askedBy(4)))
                        .now()
                        .getFirst();
        assertEquals(Holders.How.LIKELY, holder.how());
    }

    @Test
    void whoIsPastThePointWhereOthersWaitForAConnectionLikelyHasOne() {
        Stack past =
                Dumps.thread(
                        4,
                        "http-worker-4",
                        "TIMED_WAITING",
                        "java.lang.Thread.sleep",
                        "com.shop.Printer.print",
                        "com.shop.Orders.load");
        Holders holders =
                new Holders(
                        Dumps.looks(3, _ -> List.of(past, Dumps.waitsForConnection(1, 1))),
                        List.of());
        assertEquals(1, holders.now().size());
        assertEquals(Holders.How.LIKELY, holders.now().getFirst().how());
        assertEquals(4, holders.now().getFirst().stack().id());
    }

    @Test
    void whatAnotherThreadAskedProvesNothing() {
        assertEquals(
                List.of(),
                new Holders(Dumps.looks(2, _ -> List.of(prints(4))), List.of(askedBy(5))).now());
    }

    @Test
    void whoWaitsForAConnectionHoldsNone() {
        var asked =
                new Query(
                        Dumps.START,
                        25,
                        "http-worker-1",
                        "com.shop.Orders.load:7",
                        List.of("com.shop.Orders.load"),
                        "db:5432",
                        false);
        assertEquals(
                List.of(),
                new Holders(
                                Dumps.looks(2, _ -> List.of(Dumps.waitsForConnection(1, 1))),
                                List.of(asked))
                        .now());
    }

    @Test
    void aTransactionOfAFrameworkHoldsOne() {
        Stack inside =
                Dumps.thread(
                        3,
                        "w",
                        "RUNNABLE",
                        "com.shop.Tax.compute",
                        "org.springframework.transaction.interceptor.TransactionInterceptor.invoke");
        assertEquals(
                Holders.How.TRANSACTION,
                new Holders(List.of(Dumps.dump(0, inside)), List.of()).now().getFirst().how());
    }

    @Test
    void aQueryWithTheSameStackAtEveryLookIsStillRunning() {
        Holders.Running running =
                new Holders(Dumps.looks(4, _ -> List.of(Dumps.asksDatabase(1))), List.of())
                        .running()
                        .getFirst();
        assertEquals(4, running.looks());
        assertEquals(
                Duration.ofSeconds(6),
                Duration.between(running.since(), Dumps.START.plusSeconds(6)));
    }

    @Test
    void aSingleLookProvesNoRunningQuery() {
        assertEquals(
                List.of(),
                new Holders(
                                Dumps.looks(
                                        3,
                                        i ->
                                                i == 2
                                                        ? List.of(Dumps.asksDatabase(1))
                                                        : List.of(Dumps.idleWorker(1))),
                                List.of())
                        .running());
    }

    @Test
    void looksInTheDriverAreCounted() {
        Holders holders =
                new Holders(
                        Dumps.looks(
                                4,
                                i ->
                                        i == 1
                                                ? List.of(Dumps.asksDatabase(1))
                                                : List.of(Dumps.waitsForConnection(1, 1))),
                        List.of());
        assertEquals(1, holders.looksInDriver());
        assertEquals(0, new Holders(List.of(), List.of()).looksInDriver());
        assertEquals(List.of(), new Holders(List.of(), List.of()).running());
    }
}
