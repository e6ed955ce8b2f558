package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ChartTimeTest {

    private static final Instant NOON = Samples.NOON;

    private final ChartTime time = new ChartTime(Duration.ofMinutes(10), Duration.ofMinutes(30));

    private void tick(int second) {
        time.tick(NOON.plusSeconds(second), List.of(NOON.minusSeconds(3_600)));
    }

    private Duration length() {
        return time.range().get().length();
    }

    private Instant end() {
        return time.range().get().to();
    }

    @Test
    void itEndsNowAndMovesOn() {
        tick(0);
        assertEquals(NOON, end());
        tick(5);
        assertEquals(NOON.plusSeconds(5), end());
        assertEquals(Duration.ofMinutes(10), length());
        assertFalse(time.moved().get());
    }

    @Test
    void aYoungHistoryFillsTheChart() {
        time.tick(NOON, List.of(NOON.minusSeconds(90), NOON.minusSeconds(20)));
        assertEquals(Duration.ofSeconds(90), length());
        time.tick(NOON, List.of(NOON.minusSeconds(3)));
        assertEquals(Duration.ofMinutes(1), length());
        time.tick(NOON, List.of());
        assertEquals(Duration.ofMinutes(10), length());
    }

    @Test
    void zoomKeepsTheInstantUnderTheMouseInItsPlace() {
        tick(0);
        Instant around = NOON.minusSeconds(450);
        double share = time.range().get().share(around);
        time.zoom(0.5, around);
        assertEquals(Duration.ofMinutes(5), length());
        assertEquals(share, time.range().get().share(around), 0.001);
        assertTrue(time.moved().get());
        assertTrue(time.isHeld());
        ChartTime.Range before = time.range().get();
        tick(60);
        assertEquals(before, time.range().get(), "it stands still");
    }

    @Test
    void zoomAtTheEndGoesOnWithNow() {
        tick(0);
        time.zoomAtCursor(0.5);
        tick(7);
        assertEquals(NOON.plusSeconds(7), end());
        assertEquals(Duration.ofMinutes(5), length());
        assertFalse(time.isHeld());
    }

    @Test
    void zoomHasLimits() {
        tick(0);
        for (int i = 0; i < 50; i++) {
            time.zoom(0.5, NOON.minusSeconds(100));
        }
        assertEquals(Duration.ofSeconds(10), length());
        for (int i = 0; i < 50; i++) {
            time.zoom(2, NOON.minusSeconds(100));
        }
        assertEquals(Duration.ofMinutes(30), length());
    }

    @Test
    void panGoesNoFurtherThanTheHistoryAndNotBeyondNow() {
        tick(0);
        time.pan(-0.5);
        assertEquals(NOON.minusSeconds(300), end());
        for (int i = 0; i < 20; i++) {
            time.pan(-0.5);
        }
        assertEquals(NOON.minusSeconds(1_800), time.range().get().from());
        for (int i = 0; i < 20; i++) {
            time.pan(0.5);
        }
        assertEquals(NOON, end());
        assertFalse(time.isHeld());
    }

    @Test
    void aStretchIsShownWhicheverEndComesFirst() {
        tick(0);
        time.show(NOON.minusSeconds(60), NOON.minusSeconds(180));
        assertEquals(
                new ChartTime.Range(NOON.minusSeconds(180), NOON.minusSeconds(60)),
                time.range().get());
        time.toNow();
        assertEquals(NOON, end());
        assertEquals(Duration.ofMinutes(10), length());
        assertFalse(time.moved().get());
    }

    @Test
    void theCursorStartsAtTheEndAndStaysWithin() {
        tick(0);
        time.moveCursor(-0.1);
        assertEquals(Optional.of(NOON.minusSeconds(60)), time.cursor().get());
        time.moveCursor(0.5);
        assertEquals(Optional.of(NOON), time.cursor().get());
    }
}
