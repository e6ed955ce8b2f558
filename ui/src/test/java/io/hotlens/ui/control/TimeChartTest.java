package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.theme.Look;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class TimeChartTest {

    private final ChartTime time =
            new ChartTime(Duration.ofSeconds(100), Duration.ofSeconds(1_000));
    private final List<String> opened = new ArrayList<>();
    private TimeChart chart;
    private TimeChart large;

    @Start
    void start(Stage stage) {
        chart = TimeChart.spark(time);
        chart.setMinHeight(100);
        large = TimeChart.large(time);
        large.setMinHeight(200);
        var scene = new Scene(new VBox(chart, large), 400, 300);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private WritableImage picture(List<Series.Point> points) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    time.tick(Samples.NOON, List.of(Samples.NOON.minusSeconds(1_000)));
                    chart.show(List.of(new ChartLine("", new Series(points))), Unit.PERCENT);
                    large.show(List.of(new ChartLine("", new Series(points))), Unit.PERCENT);
                    large.mark(List.of(mark(80, "early"), mark(20, "late")));
                });
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

    private ChartMark mark(int secondsAgo, String name) {
        return new ChartMark(Samples.NOON.minusSeconds(secondsAgo), name, () -> opened.add(name));
    }

    private void at(FxRobot robot, int secondsAgo) {
        ChartPlot plot = large.plot().orElseThrow();
        double x = plot.x(Samples.NOON.minusSeconds(secondsAgo));
        robot.moveTo(large.localToScreen(x, 120));
    }

    private static double secondsAgo(Instant at) {
        return Math.rint(Duration.between(at, Samples.NOON).toMillis() / 1_000.0);
    }

    @Test
    void dragChoosesTheStretchAndDoubleClickGoesBackToNow(FxRobot robot) {
        picture(steady(50));
        at(robot, 75);
        robot.press(MouseButton.PRIMARY);
        at(robot, 50);
        at(robot, 25);
        robot.release(MouseButton.PRIMARY);
        ChartTime.Range shown = time.range().get();
        assertEquals(75, secondsAgo(shown.from()), 1);
        assertEquals(25, secondsAgo(shown.to()), 1);
        robot.doubleClickOn(large);
        assertFalse(time.moved().get());
    }

    private ScrollEvent wheel(int secondsAgo) {
        double x = large.plot().orElseThrow().x(Samples.NOON.minusSeconds(secondsAgo));
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                100,
                x,
                100,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void theWheelZoomsAroundTheMouseOnceTheChartHasTheFocus(FxRobot robot) {
        picture(steady(50));
        robot.interact(() -> large.getParent().requestFocus());
        robot.interact(() -> large.fireEvent(wheel(50)));
        assertFalse(time.moved().get(), "the page scrolls");
        robot.interact(large::requestFocus);
        robot.interact(() -> large.fireEvent(wheel(50)));
        assertEquals(75, time.range().get().length().toSeconds());
        assertEquals(0.5, time.range().get().share(Samples.NOON.minusSeconds(50)), 0.02);
    }

    @Test
    void keysPointZoomMoveAndOpen(FxRobot robot) {
        picture(steady(50));
        robot.interact(large::requestFocus);
        robot.type(KeyCode.PAGE_UP);
        assertEquals(20, secondsAgo(time.cursor().get().orElseThrow()));
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.PAGE_UP).type(KeyCode.ENTER);
        assertEquals(List.of("late", "early"), opened);
        robot.type(KeyCode.RIGHT);
        assertEquals(78, secondsAgo(time.cursor().get().orElseThrow()));
        robot.type(KeyCode.EQUALS);
        assertEquals(75, time.range().get().length().toSeconds());
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertTrue(time.isHeld());
        robot.type(KeyCode.END);
        assertFalse(time.moved().get());
    }

    @Test
    void aClickOnAMarkOpensIt(FxRobot robot) {
        picture(steady(50));
        at(robot, 20);
        robot.clickOn(MouseButton.PRIMARY);
        assertEquals(List.of("late"), opened);
        at(robot, 50);
        robot.clickOn(MouseButton.PRIMARY);
        assertEquals(List.of("late"), opened);
    }

    @Test
    void itIsDrawnAnewOnlyWhileItIsInAWindow(FxRobot robot) {
        picture(steady(50));
        ChartPlot drawn = large.plot().orElseThrow();
        var box = (VBox) chart.getParent();
        robot.interact(() -> box.getChildren().remove(large));
        robot.interact(() -> time.show(Samples.NOON.minusSeconds(90), Samples.NOON));
        assertSame(drawn, large.plot().orElseThrow());
        robot.interact(() -> box.getChildren().add(large));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(time.range().get(), large.plot().orElseThrow().range());
    }

    private static Color colour(WritableImage image) {
        return drawn(image, 200).stream()
                .map(y -> image.getPixelReader().getColor(200, y))
                .max((a, b) -> Double.compare(a.getSaturation(), b.getSaturation()))
                .orElseThrow();
    }
}
