package io.hotlens.app.playbook;

import static io.hotlens.app.playbook.ThreadsAnswers.blocked;
import static io.hotlens.app.playbook.ThreadsAnswers.churn;
import static io.hotlens.app.playbook.ThreadsAnswers.deadlock;
import static io.hotlens.app.playbook.ThreadsAnswers.group;
import static io.hotlens.app.playbook.ThreadsAnswers.groups;
import static io.hotlens.app.playbook.ThreadsAnswers.healthy;
import static io.hotlens.app.playbook.ThreadsAnswers.lock;
import static io.hotlens.app.playbook.ThreadsAnswers.lost;
import static io.hotlens.app.playbook.ThreadsAnswers.member;
import static io.hotlens.app.playbook.ThreadsAnswers.observation;
import static io.hotlens.app.playbook.ThreadsAnswers.retries;
import static io.hotlens.app.playbook.ThreadsAnswers.starved;
import static io.hotlens.app.playbook.ThreadsAnswers.still;
import static io.hotlens.app.playbook.ThreadsAnswers.stuck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ThreadsPlaybookTest {

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
    void aUserWhoMayOnlyReadIsToldWhatCanBeRead() {
        Data.Fields finding =
                healthy()
                        .refuse("threads_deadlocks", "access denied")
                        .answer("threads_blocked", blocked(4, lock(2, "job", "RUNNABLE", 3), ""))
                        .finds("lock_contention");
        assertEquals("com.shop.Stock", finding.text("subject").orElse(""));
    }

    @Test
    void whoIsAnsweredNothingCallsNothingHealthy() {
        Playbook refused = healthy();
        for (String callback :
                List.of(
                        "threads_deadlocks",
                        "threads_stuck",
                        "threads_blocked",
                        "threads_retrying",
                        "threads_churn")) {
            refused.refuse(callback, "access denied");
        }
        assertEquals("access denied", refused.fails());
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
