package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ThreadsPlaybookTest {

    private static final String NONE = "{\"total\":0,\"showing\":0,\"items\":[]}";

    private static Playbook healthy() {
        return Playbook.of("threads")
                .answer("threads_deadlocks", NONE)
                .answer("threads_stuck", stuck(0, 1, "", ""))
                .answer("threads_blocked", blocked(1, "", ""))
                .answer("threads_retrying", NONE)
                .answer("threads_churn", churn(30, 0, 0, 0));
    }

    private static String deadlock(String... threads) {
        return "{\"total\":1,\"showing\":1,\"items\":[{\"threads\":[%s]}]}"
                .formatted(String.join(",", threads));
    }

    private static String member(String name, String holds, String wants) {
        String held = "{\"lock\":\"0x1\",\"class_name\":\"%s\"}".formatted(holds);
        return """
        {"id":31,"name":"%s","wants":"0x2","wants_class":"%s","holds":[%s],
        "method":"com.shop.Cart.add:12","stack":["com.shop.Cart.add:12"]}\
        """
                .formatted(name, wants, holds.isEmpty() ? "" : held);
    }

    private static String stuck(int waiting, int looks, String thread, String pool) {
        return """
        {"total":%d,"showing":%d,"items":[%s],"starved_pools":[%s],"waiting":%d,
        "looks":%d,"span_s":%d}\
        """
                .formatted(
                        thread.isEmpty() ? 0 : 1,
                        thread.isEmpty() ? 0 : 1,
                        thread,
                        pool,
                        waiting,
                        looks,
                        looks * 2 - 2);
    }

    private static String still(int looks, double stillS) {
        return """
        {"id":31,"name":"report","waits_for":"lock","lock":"0x2",
        "lock_class":"java.util.concurrent.locks.ReentrantReadWriteLock$NonfairSync",
        "looks":%d,"still_s":%s,"method":"com.shop.Report.write:40","stack":[]}\
        """
                .formatted(looks, stillS);
    }

    private static String starved(int looks, double stillS) {
        return """
        {"container":"worker-*","workers":4,"names":["worker-1"],"looks":%d,"still_s":%s,
        "method":"com.shop.Batch.join:7"}\
        """
                .formatted(looks, stillS);
    }

    private static String blocked(int looks, String lock, String lost) {
        return "{\"total\":1,\"showing\":1,\"items\":[%s],\"looks\":%d,\"lost\":[%s]}"
                .formatted(lock, looks, lost);
    }

    private static String lock(int waiters, String holder, String state, int contended) {
        return """
        {"lock":"0x2","class_name":"com.shop.Stock","waiters":%d,"waiting":["http-1"],
        "waits_at":"com.shop.Stock.take:9","holder":"%s","holder_state":"%s",
        "holder_method":"com.shop.Stock.count:20","looks_contended":%d}\
        """
                .formatted(waiters, holder, state, contended);
    }

    private static String lost(double msPerS) {
        return "{\"class_name\":\"com.shop.Stock\",\"lost_ms_per_s\":%s,\"waits\":90}"
                .formatted(msPerS);
    }

    private static String retries(int attempts, Stream<String> threads) {
        String names = threads.map("\"%s\""::formatted).collect(Collectors.joining(","));
        return """
        {"total":1,"showing":1,"items":[
        {"method":"com.shop.Transfer.move","threads":[%s],"attempts":%d}]}\
        """
                .formatted(names, attempts);
    }

    private static String churn(double windowS, double perMin, double r2, double rise) {
        return """
        {"started_per_s":{"unavailable":"needs two looks"},
        "ended_per_s":{"unavailable":"needs two looks"},"slope_per_min":%s,"r2":%s,
        "rise":%s,"last":140,"window_s":%s}\
        """
                .formatted(perMin, r2, rise, windowS);
    }

    private static String groups(String... groups) {
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"window_s\":20}"
                .formatted(groups.length, groups.length, String.join(",", groups));
    }

    private static String group(String name, int threads, int added) {
        return """
        {"container":"%s","threads":%d,"added":%d,"states":{"runnable":%d},"cpu_pct":1}\
        """
                .formatted(name, threads, added, threads);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void threadsThatGetOnAreHealthy() {
        healthy().isSilent();
    }

    @Test
    void aDeadlockTellsWhoHoldsAndWantsWhat() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "threads_deadlocks",
                                deadlock(
                                        member("http-1", "com.shop.Cart$Lock", "com.shop.Stock"),
                                        member("http-2", "com.shop.Stock", "com.shop.Cart$Lock")))
                        .finds("deadlock");
        assertEquals("http-1, http-2", finding.text("subject").orElse(""));
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(
                observation(finding)
                        .contains("'http-1' holds Cart$Lock and wants Stock in Cart.add:12"));
    }

    @Test
    void aDeadlockIsToldWithoutTheLocksThatAreHeld() {
        Data.Fields finding =
                healthy()
                        .answer("threads_deadlocks", deadlock(member("http-1", "", "Stock")))
                        .finds("deadlock");
        assertTrue(observation(finding).contains("'http-1' holds a lock and wants Stock"));
    }

    @Test
    void aThreadThatWaitsForALockWithoutProgressIsStuck() {
        Data.Fields finding =
                healthy()
                        .answer("threads_stuck", stuck(1, 4, still(4, 6), ""))
                        .finds("stuck_threads");
        assertTrue(
                finding.text("subject").orElse("").endsWith("ReentrantReadWriteLock$NonfairSync"));
        assertTrue(finding.text("context").orElse("").contains("no deadlock"));
        assertTrue(observation(finding).contains("com.shop.Report.write:40"));
    }

    @Test
    void oneThatIsStuckBesideADeadlockIsFoundToo() {
        List<Data.Fields> findings =
                healthy()
                        .answer("threads_deadlocks", deadlock(member("http-1", "", "Stock")))
                        .answer("threads_stuck", stuck(1, 4, still(4, 6), ""))
                        .run()
                        .findings();
        assertEquals(2, findings.size());
        assertTrue(findings.get(1).text("context").orElse("").contains("another deadlock"));
    }

    @ParameterizedTest
    @CsvSource({"3, 6", "4, 4.9"})
    void aHangIsSeenAtFourLooksOverFiveSeconds(int looks, double stillS) {
        healthy().answer("threads_stuck", stuck(1, 4, still(looks, stillS), "")).looksAgain();
    }

    @Test
    void whoWaitsIsLookedAtFourTimes() {
        Playbook playbook = healthy().answer("threads_stuck", stuck(2, 3, "", ""));
        playbook.looksAgain();
        playbook.answer("threads_stuck", stuck(2, 4, "", "")).isSilent();
    }

    @Test
    void aPoolWhoseWorkersAllWaitForItsTasksStarves() {
        Data.Fields finding =
                healthy()
                        .answer("threads_stuck", stuck(4, 4, "", starved(4, 6)))
                        .finds("thread_pool_starvation");
        assertEquals("worker-*", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("all 4 workers"));
    }

    @ParameterizedTest
    @CsvSource({"3, 6", "4, 4.9"})
    void oneThatWaitsForAMomentIsLookedAtAgain(int looks, double stillS) {
        healthy().answer("threads_stuck", stuck(4, 4, "", starved(looks, stillS))).looksAgain();
    }

    @Test
    void aLockThatIsWaitedForAtMostLooksIsContended() {
        Data.Fields finding =
                healthy()
                        .answer("threads_blocked", blocked(4, lock(2, "job", "RUNNABLE", 3), ""))
                        .finds("lock_contention");
        assertEquals("com.shop.Stock", finding.text("subject").orElse(""));
        assertTrue(observation(finding).endsWith("3 of 4 looks"));
    }

    @Test
    void aLockThatCostsAThreadsTimeIsContended() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "threads_blocked",
                                blocked(3, lock(2, "job", "RUNNABLE", 1), lost(1000)))
                        .finds("lock_contention");
        assertTrue(observation(finding).contains("1000 ms of waiting each second"));
    }

    @ParameterizedTest
    @CsvSource({"1, job, RUNNABLE, 6", "3, '', '', 6", "3, job, BLOCKED, 6", "3, job, RUNNABLE, 3"})
    void aLockWithOneWaiterOrNoRunningHolderOrPausesIsFine(
            int waiters, String holder, String state, int contended) {
        healthy()
                .answer(
                        "threads_blocked",
                        blocked(6, lock(waiters, holder, state, contended), lost(999)))
                .isSilent();
    }

    @Test
    void twoLooksAtALockAreTooFew() {
        healthy()
                .answer("threads_blocked", blocked(2, lock(5, "job", "RUNNABLE", 2), lost(3000)))
                .looksAgain();
    }

    @Test
    void twoThatKeepTimingOutInOneMethodAreALivelock() {
        Data.Fields finding =
                healthy()
                        .answer("threads_retrying", retries(10, Stream.of("a", "b")))
                        .finds("livelock");
        assertEquals("com.shop.Transfer.move", finding.text("subject").orElse(""));
        assertTrue(observation(finding).startsWith("a and b timed out"));
    }

    @Test
    void aLivelockNamesTenThreads() {
        Stream<String> threads = IntStream.rangeClosed(1, 12).mapToObj("t%d"::formatted);
        Data.Fields finding =
                healthy().answer("threads_retrying", retries(90, threads)).finds("livelock");
        assertTrue(observation(finding).contains("t10"));
        assertFalse(observation(finding).contains("t11"));
    }

    @Test
    void fewTriesOfTwoAreWatchedForLonger() {
        Playbook playbook = healthy().answer("threads_retrying", retries(9, Stream.of("a", "b")));
        playbook.looksAgain();
        playbook.answer("threads_retrying", retries(2, Stream.of("a", "b"))).isSilent();
    }

    @Test
    void oneThreadThatTriesAgainWaitsForAHolder() {
        healthy().answer("threads_retrying", retries(40, Stream.of("a"))).isSilent();
    }

    @Test
    void threadsThatOnlyGrowInNumberLeak() {
        Data.Fields finding =
                healthy()
                        .answer("threads_churn", churn(20, 120, 0.99, 40))
                        .answer(
                                "threads_list",
                                groups(group("http-*", 60, 0), group("mail-*", 50, 40)))
                        .finds("thread_leak");
        assertEquals("mail-*", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("120/min"));
    }

    @Test
    void aLeakIsFoundBeforeTheGroupsAreKnown() {
        Data.Fields finding =
                healthy()
                        .answer("threads_churn", churn(20, 120, 0.99, 40))
                        .answer("threads_list", groups())
                        .finds("thread_leak");
        assertEquals("", finding.text("subject").orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 0, 0", "11, 120, 0.99, 40", "20, 120, 0.94, 40", "20, 120, 0.99, 39"})
    void aShortOrUnevenOrSmallRiseIsWatchedForLonger(
            double windowS, double perMin, double r2, double rise) {
        healthy().answer("threads_churn", churn(windowS, perMin, r2, rise)).looksAgain();
    }

    @Test
    void aSlowRiseIsNoLeak() {
        healthy().answer("threads_churn", churn(50, 59, 0.99, 49)).isSilent();
    }
}
