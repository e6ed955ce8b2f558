package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Timeout(20)
final class FollowUpsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FollowUps followUps = new FollowUps(InstantSource.fixed(NOW));

    private static void mustNotRun() {
        throw new AssertionError("it ran");
    }

    @Test
    void followUpRunsWhenItsTimeHasCome() throws Exception {
        var ran = new CountDownLatch(1);

        followUps.add(Duration.ofMillis(5), "again", 1, ran::countDown);

        ran.await();
        assertEquals(List.of(), followUps.list());
    }

    @Test
    void followUpIsListedAndCanBeTakenBack() {
        followUps.add(Duration.ofHours(1), "again", 2, FollowUpsTest::mustNotRun);

        assertEquals(
                List.of(new FollowUps.FollowUp(1, NOW.plusSeconds(3_600), "again", 2)),
                followUps.list());
        assertTrue(followUps.cancel(1));
        assertFalse(followUps.cancel(1));
        assertEquals(List.of(), followUps.list());
    }

    @Test
    void nothingIsAddedAfterTheEnd() {
        followUps.close();

        followUps.add(Duration.ofMillis(1), "again", 1, FollowUpsTest::mustNotRun);

        assertEquals(List.of(), followUps.list());
    }
}
