package io.hotlens.ui.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.support.FxWatchdog.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What the watchdog must find, and what it must not.
@ExtendWith(ApplicationExtension.class)
final class FxWatchdogTest {

    private static final Duration LONG = Duration.ofMillis(200);

    /// Works until the thread itself has had so much of a processor, however long that takes.
    private static void work(Duration busy) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - start < busy.toNanos()) {
            Thread.onSpinWait();
        }
    }

    private static void dawdle() {
        try {
            new CountDownLatch(1).await(LONG.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Block> during(FxRobot robot, Runnable work) {
        var watchdog = FxWatchdog.start();
        try (watchdog) {
            robot.interact(work);
        }
        return watchdog.blocks();
    }

    @Test
    void workThatHoldsTheThreadIsFoundWithWhatItDid(FxRobot robot) {
        List<Block> blocks = during(robot, () -> work(LONG));
        assertEquals(1, blocks.size(), blocks::toString);
        assertTrue(blocks.getFirst().busy().compareTo(FxWatchdog.LIMIT) > 0, blocks::toString);
        assertTrue(blocks.getFirst().toString().contains("FxWatchdogTest.work"), blocks::toString);
    }

    @Test
    void waitingInOurCodeHoldsItToo(FxRobot robot) {
        List<Block> blocks = during(robot, FxWatchdogTest::dawdle);
        assertEquals(1, blocks.size(), blocks::toString);
        assertTrue(blocks.getFirst().waited().compareTo(FxWatchdog.LIMIT) > 0, blocks::toString);
        assertTrue(blocks.getFirst().toString().contains("dawdle"), blocks::toString);
    }

    @Test
    void aShortWorkIsNot(FxRobot robot) {
        assertEquals(List.of(), during(robot, () -> work(Duration.ofMillis(20))));
    }

    @Test
    void aThreadThatIsKeptFromWorkByOthersIsNotHeldByUs(FxRobot robot) {
        var late =
                new CompletableFuture<Boolean>()
                        .completeOnTimeout(true, LONG.toMillis(), TimeUnit.MILLISECONDS);
        assertEquals(List.of(), during(robot, late::join));
    }
}
