package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.control.SnapshotDiff.Row;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Shown;

import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A snapshot as a table, and beside an earlier one.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class SnapshotTableTest {

    private static final Metric USED = FakeSkill.metric("heap", "used_mb", Unit.MEGABYTES);
    private static final Metric TOTAL = FakeSkill.metric("heap", "total", Unit.COUNT);
    private static final Metric FREED = FakeSkill.metric("heap", "freed", Unit.COUNT);
    private static final Metric GONE = FakeSkill.metric("heap", "gone", Unit.COUNT);

    private static final Snapshot BEFORE =
            snapshot(
                    "00000000000000b1",
                    Samples.NOON.minusSeconds(90),
                    Map.of(USED, Reading.of(60), TOTAL, Reading.of(5), GONE, Reading.of(1)));
    private static final Snapshot NOW =
            snapshot(
                    "00000000000000b2",
                    Samples.NOON,
                    Map.of(
                            USED,
                            Reading.of(72),
                            TOTAL,
                            Reading.of(5),
                            FREED,
                            Reading.unavailable("needs JDK 21")));

    private Shown shown;

    private static Snapshot snapshot(String id, Instant at, Map<Metric, Reading> readings) {
        var ordered = new LinkedHashMap<Metric, Reading>();
        List.of(USED, TOTAL, FREED, GONE)
                .forEach(
                        metric -> {
                            Reading reading = readings.get(metric);
                            if (reading != null) {
                                ordered.put(metric, reading);
                            }
                        });
        return new Snapshot(id, new SkillId("heap"), at, ordered);
    }

    private record Past(List<Snapshot> snapshots, Metric sampled) implements SnapshotPast {
        @Override
        public void earlier(Snapshot than, Consumer<List<Snapshot>> found) {
            found.accept(snapshots);
        }

        @Override
        public Series series(Metric metric) {
            return metric.equals(sampled)
                    ? new Series(
                            List.of(
                                    new Series.Point(Samples.NOON.minusSeconds(60), 60),
                                    new Series.Point(Samples.NOON, 72)))
                    : Series.EMPTY;
        }

        @Override
        public Instant now() {
            return Samples.NOON;
        }
    }

    @Start
    void start(Stage stage) {
        var past = new Past(List.of(BEFORE), USED);
        var scene = new Scene(SnapshotTable.of(NOW, past), 600, 400);
        stage.setScene(scene);
        stage.show();
        shown = new Shown(scene);
    }

    private static List<String> changes() {
        return SnapshotDiff.of(BEFORE, NOW).rows().stream().map(Row::words).toList();
    }

    @Test
    void everyChangeHasASignAndAWord() {
        assertEquals(
                List.of("▲ 12 MB (+20 %)", "the same", "the same", "− no longer measured"),
                changes());
        assertEquals(2, SnapshotDiff.of(BEFORE, NOW).changed());
        assertEquals("▼ 12 MB (−16.7 %)", SnapshotDiff.of(NOW, BEFORE).rows().getFirst().words());
    }

    @Test
    void aMetricThatIsSampledHasItsLastMinutesBesideIt(FxRobot robot) {
        assertEquals(1, robot.lookup(".time-chart").queryAll().size());
        assertTrue(shown.shows("72 MB"));
        assertTrue(shown.shows("not measured: needs JDK 21"));
        assertFalse(shown.shows("no longer measured"));
    }

    @Test
    void anEarlierSnapshotIsChosenAndWhatChangedIsMarked(FxRobot robot) {
        ChoiceBox<?> box = robot.lookup("#compare-" + NOW.id()).queryAs(ChoiceBox.class);
        robot.interact(() -> box.getSelectionModel().select(1));
        List<String> marked =
                robot.lookup(".changed").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList();
        assertEquals(List.of("▲ 12 MB (+20 %)", "− no longer measured"), marked);
        assertTrue(shown.shows("2 of 4 changed."));
        assertTrue(shown.shows("1 min 30 s earlier"));
        robot.interact(() -> box.getSelectionModel().select(0));
        assertFalse(shown.shows("2 of 4 changed."));
    }

    @Test
    void withNothingToCompareWithThereIsNoChoice(FxRobot robot) {
        robot.interact(
                () -> {
                    var alone = new Scene(SnapshotTable.of(NOW, SnapshotPast.NONE), 600, 400);
                    assertFalse(new Shown(alone).shows("Compare with"));
                    assertTrue(new Shown(alone).shows("72 MB"));
                });
    }
}
