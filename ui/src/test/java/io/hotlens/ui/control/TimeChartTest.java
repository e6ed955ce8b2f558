package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.theme.Look;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class TimeChartTest {

    private TimeChart chart;

    @Start
    void start(Stage stage) {
        chart = TimeChart.spark();
        var scene = new Scene(new StackPane(chart), 400, 100);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private WritableImage picture(List<Series.Point> points) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        chart.show(
                                new Series(points),
                                Unit.PERCENT,
                                Samples.NOON,
                                Duration.ofSeconds(100)));
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> chart.snapshot(null, null));
    }

    private static List<Series.Point> steady(double value) {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new Series.Point(Samples.NOON.minusSeconds(100 - i), value))
                .toList();
    }

    /// The rows of column `x` in which something was drawn.
    private static Set<Integer> drawn(WritableImage image, int x) {
        Color empty = image.getPixelReader().getColor(x, 0);
        var rows = new HashSet<Integer>();
        for (int y = 0; y < (int) image.getHeight(); y++) {
            if (!image.getPixelReader().getColor(x, y).equals(empty)) {
                rows.add(y);
            }
        }
        return rows;
    }

    @Test
    void halfOfTheScaleIsDrawnHalfWayUp() {
        WritableImage image = picture(steady(50));
        double middle = image.getHeight() / 2;
        Set<Integer> rows = drawn(image, 200);
        assertTrue(rows.stream().allMatch(y -> Math.abs(y - middle) <= 3), rows.toString());
        assertTrue(!rows.isEmpty(), "nothing was drawn");
    }

    @Test
    void noValuesLeaveThePlotEmpty() {
        assertEquals(Set.of(), drawn(picture(List.of()), 200));
    }

    @Test
    void aStaleChartLosesItsColour() {
        Color fresh = colour(picture(steady(50)));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> chart.stale(true));
        assertNotEquals(fresh, colour(picture(steady(50))));
    }

    @Test
    void whatIsExpectedIsALightBandBehindTheLine() {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> chart.expect(Optional.of(new Band(25, 50, 75))));
        WritableImage image = picture(steady(50));
        double plot = image.getHeight() - 4;
        Set<Integer> rows = drawn(image, 200);
        assertEquals(2 + plot * 0.25, Collections.min(rows), 1.5);
        assertEquals(2 + plot * 0.75, Collections.max(rows), 1.5);
        assertEquals(Collections.max(rows) - Collections.min(rows) + 1, rows.size());
    }

    @Test
    void aBandAboveTheValuesIsInThePictureToo() {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> chart.expect(Optional.of(new Band(18, 19, 20))));
        Set<Integer> rows = drawn(picture(steady(1)), 200);
        assertTrue(Collections.min(rows) <= 3, rows.toString());
    }

    private static Color colour(WritableImage image) {
        return drawn(image, 200).stream()
                .map(y -> image.getPixelReader().getColor(200, y))
                .max((a, b) -> Double.compare(a.getSaturation(), b.getSaturation()))
                .orElseThrow();
    }
}
