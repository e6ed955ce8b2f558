package io.hotlens.ui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class FaultsTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Faults faults = new Faults(Runnable::run, () -> now);

    private void happens(RuntimeException cause) {
        faults.uncaughtException(Thread.currentThread(), cause);
    }

    private static RuntimeException broken(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException missing() {
        return new IndexOutOfBoundsException("4 of 3");
    }

    @Test
    void aStormOfTheSameIsOneThatIsCounted() {
        for (int i = 0; i < 1_000; i++) {
            happens(broken("number " + i));
        }
        assertEquals(List.of(1_000L), faults.open().stream().map(Fault::count).toList());
    }

    @Test
    void anotherKindStandsBehindTheFirst() {
        happens(broken("one"));
        happens(missing());
        happens(broken("two"));
        assertEquals(List.of(2L, 1L), faults.open().stream().map(Fault::count).toList());
        faults.leave();
        assertEquals("IndexOutOfBoundsException in FaultsTest.missing", only().what());
    }

    private Fault only() {
        assertEquals(1, faults.open().size());
        return faults.open().getFirst();
    }

    @Test
    void whatWasLeftIsToldAgainOnlyAfterAWhile() {
        happens(broken("one"));
        faults.leave();
        happens(broken("two"));
        assertTrue(faults.open().isEmpty());
        now = now.plus(Duration.ofMinutes(6));
        happens(broken("three"));
        assertEquals(3, only().count());
    }

    @Test
    void theReportHasTheTraceAndNoSecret() {
        happens(broken("cannot open jdbc:postgresql://db/shop?user=shop&password=hunter2"));
        String report = only().report();
        assertTrue(report.contains("FaultsTest.broken"), report);
        assertTrue(report.contains("fault " + only().code()), report);
        assertFalse(report.contains("hunter2"), report);
    }

    @Test
    void kindsBeyondTheLimitAreLoggedOnly() {
        for (int i = 0; i < 60; i++) {
            var one = new IllegalStateException("kind " + i);
            one.setStackTrace(
                    new StackTraceElement[] {
                        new StackTraceElement("io.hotlens.Some", "method" + i, "Some.java", i)
                    });
            happens(one);
        }
        assertEquals(50, faults.open().size());
    }
}
