package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePlaybookTest {

    private static Playbook healthy() {
        return Playbook.of("database")
                .answer("db_pool_stats", pools(0, 0, 4, 0, ""))
                .answer("db_slow_queries", slow("", ""))
                .answer("db_query_stats", closely(true, 3, ""))
                .refuse("db_pg_locks", "The database is asked only when its JDBC URL is given")
                .answer("history jvm.system_cpu_pct", "{\"max\":60}");
    }

    private static String pools(
            int waiting, int waitingLooks, int looks, int looksInDriver, String pool) {
        return """
        {"total":%d,"showing":0,"items":[%s],"waiting_threads":%d,"waiting_looks":%d,
        "waits_at":"com.shop.Orders.load:33","waiting_pool":"HikariPool-1",
        "longest_wait_ms":6000,"has_pool":%s,"looks":%d,"looks_in_driver":%d,
        "asks_database":false}\
        """
                .formatted(
                        pool.isEmpty() ? 0 : 1,
                        pool,
                        waiting,
                        waitingLooks,
                        !pool.isEmpty(),
                        looks,
                        looksInDriver);
    }

    private static String asked(int looksInDriver) {
        return pools(0, 0, 4, looksInDriver, "")
                .replace("\"asks_database\":false", "\"asks_database\":true");
    }

    private static String pool(String name, String waiting, boolean full) {
        return """
        {"name":"%s","kind":"HikariCP","active":10,"idle":0,"max":10,"waiting":%s,
        "full":%s}\
        """
                .formatted(name, waiting, full);
    }

    private static String lock(double waitedMs) {
        return """
        {"total":1,"showing":1,"items":[{"waiting_pid":411,
        "waiting_query":"update stock set n = n - 1","lock_kind":"transactionid",
        "waited_ms":%s,"holder_pid":412,"holder_state":"idle in transaction",
        "holder_query":"select 1","holder_application":"shop","holder_open_ms":9000}]}\
        """
                .formatted(waitedMs);
    }

    private static String slow(String site, String running) {
        int count = site.isEmpty() ? 0 : 1;
        return """
        {"total":%d,"showing":%d,"items":[%s],"slow_from_ms":500,"running":[%s],
        "looks":4}\
        """
                .formatted(count, count, site, running);
    }

    private static String site(int slow) {
        return """
        {"at":"com.shop.Report.run:12","server":"db:5432","queries":9,"avg_ms":800,
        "p95_ms":900,"max_ms":1200,"slow":%d}\
        """
                .formatted(slow);
    }

    private static String running(int looks, int ms) {
        return """
        {"name":"http-1","at":"com.shop.Report.run:12","running_ms":%d,"looks":%d}\
        """
                .formatted(ms, looks);
    }

    private static String closely(boolean complete, int queries, String repeated) {
        return """
        {"total":0,"showing":0,"items":[],"window_s":60,"seen_from_ms":20,
        "close_look":{"complete":%s,"window_s":5,"queries":%d,"repeated":[%s]}}\
        """
                .formatted(complete, queries, repeated);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void aTargetThatAsksNothingIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void oneThatAsksQuickQueriesIsHealthy() {
        healthy().answer("db_pool_stats", pools(0, 0, 4, 3, "")).isSilent();
    }

    @Test
    void oneLookIsTooFewAndThreeAreWhereThereIsAPool() {
        String pool = pool("HikariPool-1", "0", false);
        healthy().answer("db_pool_stats", pools(0, 0, 1, 0, "")).looksAgain();
        healthy().answer("db_pool_stats", pools(0, 0, 3, 0, pool)).looksAgain();
    }

    @Test
    void whereThereIsAPoolEveryQueryIsWatched() {
        String pools = pools(0, 0, 4, 0, pool("HikariPool-1", "0", false));
        healthy().answer("db_pool_stats", pools).isSilent();
        healthy()
                .answer("db_pool_stats", pools)
                .answer("db_query_stats", closely(false, 0, ""))
                .looksAgain();
    }

    @Test
    void whereTheFlightRecorderDoesNotRunACloseLookIsNotWaitedFor() {
        healthy()
                .answer("db_pool_stats", pools(2, 4, 4, 1, ""))
                .answer("db_query_stats", "{\"items\":[],\"window_s\":60}")
                .isSilent();
    }

    @Test
    void aRowThatIsWaitedForASecondIsLocked() {
        Data.Fields finding =
                healthy()
                        .answer("db_pool_stats", asked(0))
                        .answer("db_pg_locks", lock(1000))
                        .finds("row_lock");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("session 411 has waited 1.0 s"));
        assertTrue(finding.text("context").orElse("").contains("session 412 (shop, idle in"));
    }

    @Test
    void aShorterWaitIsLookedAtAgainWhileSomebodyAsks() {
        Playbook playbook = healthy().answer("db_pg_locks", lock(999));
        playbook.answer("db_pool_stats", asked(1)).looksAgain();
        playbook.answer("db_pool_stats", asked(0)).isSilent();
    }

    @Test
    void threeSlowWaitsFromOnePlaceAreNoAccident() {
        Data.Fields finding =
                healthy().answer("db_slow_queries", slow(site(3), "")).finds("slow_db");
        assertEquals("Report.run:12", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("waits 800 ms for the database, 1200 ms"));
    }

    @Test
    void twoAreWatchedForLonger() {
        healthy().answer("db_slow_queries", slow(site(2), "")).looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void onAHostWithoutAProcessorFreeMostWaitsMustBeLong(int slow, boolean found) {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"max\":100}")
                        .answer("db_slow_queries", slow(site(slow), ""));
        if (found) {
            playbook.finds("slow_db");
        } else {
            playbook.looksAgain();
        }
    }

    @Test
    void onAHostWithoutAProcessorFreeAQueryMustRunForLonger() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"max\":100}")
                        .answer("db_slow_queries", slow("", running(4, 4999)));
        playbook.looksAgain();
        playbook.answer("db_slow_queries", slow("", running(4, 5000))).finds("slow_db");
    }

    @Test
    void aQueryThatIsNotAnsweredAtThreeLooksIsSlow() {
        Data.Fields finding =
                healthy().answer("db_slow_queries", slow("", running(3, 2000))).finds("slow_db");
        assertTrue(observation(finding).contains("'http-1' has waited at least 2.0 s"));
    }

    @ParameterizedTest
    @CsvSource({"2, 9000", "3, 1999"})
    void oneThatMayBeAnsweredSoonIsLookedAtAgain(int looks, int ms) {
        healthy().answer("db_slow_queries", slow("", running(looks, ms))).looksAgain();
    }

    @Test
    void queriesForEachRowOfAnotherAreNPlusOne() {
        Data.Fields finding =
                healthy()
                        .answer("db_pool_stats", pools(0, 0, 4, 3, ""))
                        .answer(
                                "db_query_stats",
                                closely(
                                        true,
                                        204,
                                        """
                                        {"at":"com.shop.Lines.of:8",
                                        "parent_at":"com.shop.Orders.all:5","per_parent":50,
                                        "queries":200,"median_ms":1}\
                                        """))
                        .finds("n_plus_one_queries");
        assertEquals("Lines.of:8", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("200 quick queries, 50 for each one of Orders"));
    }

    /// On a busy host it begins after twenty seconds, and lasts some; an operator looks seven
    /// times.
    @Test
    void aCloseLookIsWaitedFor() {
        long pause =
                healthy()
                        .answer("db_pool_stats", pools(0, 0, 4, 3, ""))
                        .answer("db_query_stats", closely(false, 0, ""))
                        .looksAgain();
        assertTrue(6 * pause >= 24_000);
    }

    @Test
    void aCloseLookIsNotTakenWhileNobodyAsksOrWaits() {
        healthy().refuse("db_query_stats", "it would cost the target something").isSilent();
    }

    @Test
    void connectionsThatAreOutAndUnusedLeak() {
        String three =
                String.join(
                        ",",
                        pool("idle", "0", true),
                        pool("unknown", "null", true),
                        pool("orders", "2", true));
        Data.Fields finding =
                healthy()
                        .answer("db_pool_stats", pools(2, 4, 4, 0, three))
                        .answer("db_query_stats", closely(true, 0, ""))
                        .finds("connection_leak");
        assertEquals("orders", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("2 thread(s) wait for a connection at Orders"));
    }

    @Test
    void aLeakOfAPoolWithoutMBeansIsNamedByItsThread() {
        Data.Fields finding =
                healthy()
                        .answer("db_pool_stats", pools(2, 4, 4, 0, ""))
                        .answer("db_query_stats", closely(true, 0, ""))
                        .finds("connection_leak");
        assertEquals("HikariPool-1", finding.text("subject").orElse(""));
    }

    @Test
    void aLeakIsSeenAtFourLooks() {
        healthy()
                .answer("db_pool_stats", pools(2, 3, 3, 0, ""))
                .answer("db_query_stats", closely(true, 0, ""))
                .looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void connectionsThatAreUsedDoNotLeak(int looksInDriver, int queries) {
        healthy()
                .answer("db_pool_stats", pools(2, 4, 4, looksInDriver, ""))
                .answer("db_query_stats", closely(true, queries, ""))
                .isSilent();
    }

    @Test
    void aHolderWithoutATransactionIsNamedAllTheSame() {
        Data.Fields finding =
                healthy()
                        .answer("db_pool_stats", asked(0))
                        .answer(
                                "db_pg_locks",
                                lock(5000)
                                        .replace(
                                                "\"holder_open_ms\":9000",
                                                "\"holder_open_ms\":null"))
                        .finds("row_lock");
        assertTrue(finding.text("context").orElse("").endsWith("holds it"));
    }
}
