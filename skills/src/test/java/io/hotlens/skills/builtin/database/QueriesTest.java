package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class QueriesTest {

    private static final String LIST = "com.shop.Page.show:20";
    private static final String ROW = "com.shop.Page.lines:31";

    private static TargetEvent.Recorded read(String thread, double millis, String... own) {
        var stack =
                new ArrayList<>(
                        List.of(
                                "java.net.Socket$SocketInputStream.read",
                                "org.postgresql.core.PGStream.receiveChar:9",
                                "com.zaxxer.hikari.pool.ProxyPreparedStatement.executeQuery"));
        stack.addAll(List.of(own));
        return new TargetEvent.Recorded(
                Dumps.START,
                "jdk.SocketRead",
                Duration.ofNanos((long) (millis * 1e6)),
                thread,
                Map.of(
                        "host",
                        Data.of("db1"),
                        "address",
                        Data.of("10.0.0.1"),
                        "port",
                        Data.of(5432)),
                stack);
    }

    private static Query query(double millis, String... own) {
        return Query.of(read("http-worker-1", millis, own)).orElseThrow();
    }

    /// Pages of `rows` quick queries each.
    private static Queries pages(int pages, int rows) {
        var all = new ArrayList<Query>();
        for (int page = 0; page < pages; page++) {
            all.add(query(2, LIST));
            for (int row = 0; row < rows; row++) {
                all.add(query(0.4, ROW, "com.shop.Page.show:22"));
            }
        }
        return new Queries(all);
    }

    @Test
    void aReadThroughADriverIsAQueryOfTheInnermostOwnFrame() {
        Query query = query(30, ROW, "com.shop.Page.show:22");
        assertEquals(ROW, query.place());
        assertEquals("db1:5432", query.server());
        assertEquals(List.of("com.shop.Page.lines", "com.shop.Page.show"), query.callers());
    }

    @Test
    void readsOfOthersAreNone() {
        var plain =
                new TargetEvent.Recorded(
                        Dumps.START,
                        "jdk.SocketRead",
                        Duration.ofMillis(30),
                        "t",
                        Map.of(),
                        List.of("java.net.Socket$SocketInputStream.read", "com.shop.Http.get:3"));
        assertTrue(Query.of(plain).isEmpty());
        assertTrue(Query.of(read("housekeeper", 30)).isEmpty(), "a pool that opens a connection");
    }

    @Test
    void waitingForNotificationsIsNoQuery() {
        assertTrue(
                Query.isListening(
                        List.of(
                                "java.net.Socket$SocketInputStream.read",
                                "org.postgresql.core.v3.QueryExecutorImpl.processNotifies",
                                "com.shop.Listener.run")));
        assertFalse(Query.isListening(List.of("com.shop.Push.getNotifications")));
    }

    @Test
    void anEventWithoutHostAndPortIsAQueryAllTheSame() {
        var bare =
                new TargetEvent.Recorded(
                        Dumps.START,
                        "jdk.SocketRead",
                        Duration.ofMillis(30),
                        "t",
                        Map.of(),
                        List.of("org.h2.mvstore.X.read", "com.shop.A.b"));
        assertEquals("", Query.of(bare).orElseThrow().server());
    }

    @Test
    void onePerRowIsToldByTheRatioToTheQueryAbove() {
        Queries.Repeated repeated = pages(5, 40).repeated().getFirst();
        assertEquals(ROW, repeated.site().place());
        assertEquals(LIST, repeated.parent().place());
        assertEquals(40, repeated.perParent());
    }

    @ParameterizedTest
    @CsvSource({"5, 3, few rows", "2, 60, too few pages", "0, 0, nothing"})
    void ordinaryUseIsNotRepetition(int pages, int rows, String why) {
        assertEquals(List.of(), pages(pages, rows).repeated(), why);
    }

    @Test
    void manyQueriesOfOnePlaceWithoutAParentAreOrdinary() {
        var all = new ArrayList<Query>();
        for (int i = 0; i < 500; i++) {
            all.add(query(0.4, ROW));
        }
        for (int i = 0; i < 5; i++) {
            all.add(query(0.4, "com.shop.Health.check:9"));
        }
        assertEquals(List.of(), new Queries(all).repeated());
    }

    @Test
    void aPoolThatTestsItsConnectionsAsksForNoList() {
        var all = new ArrayList<Query>();
        for (int i = 0; i < 500; i++) {
            all.add(query(0.4, ROW, "com.shop.Page.show:22"));
        }
        for (int i = 0; i < 5; i++) {
            all.add(query(0.4, "com.zaxxer.hikari.pool.HikariPool.getConnection:170", LIST));
        }
        assertEquals(List.of(), new Queries(all).repeated());
    }

    @Test
    void placesAreOrderedByTimeSpent() {
        Queries queries =
                new Queries(
                        List.of(query(30, ROW), query(25, ROW), query(40, ROW), query(900, LIST)));
        Queries.Site first = queries.sites().getFirst();
        assertEquals(LIST, first.place());
        assertEquals(1, first.slowerThan(500));
        assertEquals(900, queries.maxMs());
        assertEquals(1, queries.slowerThan(500));
        assertEquals(95, queries.sites().getLast().totalMs(), 1e-9);
    }

    @Test
    void withoutQueriesThereIsNoMean() {
        assertTrue(Double.isNaN(new Queries(List.of()).averageMs()));
        assertTrue(Double.isNaN(new Queries(List.of()).p95Ms()));
        assertEquals(List.of(), new Queries(List.of()).sites());
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.SQLTransientConnectionException, true",
        "org.postgresql.util.PSQLException, true",
        "java.lang.IllegalStateException, false",
        "com.shop.SQLBuilder, false"
    })
    void errorsOfTheDatabaseAreToldByTheirName(String type, boolean is) {
        assertEquals(is, DatabaseReader.isOfDatabase(type));
    }
}
