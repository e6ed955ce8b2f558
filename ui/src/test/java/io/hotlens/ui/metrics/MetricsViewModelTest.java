package io.hotlens.ui.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.metrics.MetricsViewModel.Plotted;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class MetricsViewModelTest {

    private static final Metric PAUSE =
            FakeSkill.metric("gc", "longest_pause_ms", Unit.MILLISECONDS);
    private static final Metric HEAP = FakeSkill.metric("jvm", "heap_used_pct", Unit.PERCENT);
    private static final Metric STARTED =
            new Metric("threads", "started", Unit.COUNT, MetricKind.COUNTER, "Threads begun.");

    private final ScriptedSession session = new ScriptedSession();
    private final List<TargetModel> targets = new ArrayList<>();
    private final Board board = new Board();
    private final TargetModel target = open(PAUSE, HEAP, STARTED);
    private final MetricsViewModel model =
            new MetricsViewModel(
                    target,
                    () -> targets,
                    board,
                    new BeansViewModel(
                            Inline.tasks(),
                            code -> session.lua(Optional.empty(), code),
                            InstantSource.fixed(Samples.NOON)),
                    new AttributeWatch(
                            code -> session.lua(Optional.empty(), code),
                            InstantSource.fixed(Samples.NOON)));

    private TargetModel open(Metric... metrics) {
        var state = new ConnectionState.Connected(Samples.NOON);
        var opened = new TargetModel(Samples.target(), FakeSkill.usual(), state);
        opened.show(
                new Vitals(
                        Samples.NOON,
                        state,
                        new ConnectionCost(0, Duration.ZERO, 0),
                        "",
                        Normality.NONE,
                        Stream.of(metrics)
                                .collect(
                                        Collectors.toMap(
                                                Metric::id,
                                                metric ->
                                                        new Vitals.Vital(
                                                                metric,
                                                                Reading.of(7),
                                                                _ -> series())))));
        targets.add(opened);
        return opened;
    }

    private static Series series() {
        return new Series(
                List.of(
                        new Series.Point(Samples.NOON, 4),
                        new Series.Point(Samples.NOON.plusSeconds(2), 10)));
    }

    @BeforeEach
    void refresh() {
        model.refresh();
    }

    private List<String> found(String words) {
        model.filter().set(words);
        return model.rows().stream().map(Metric::id).toList();
    }

    @Test
    void metricsAreFoundByNameUnitSkillAndMeaning() {
        assertEquals(
                List.of("gc.longest_pause_ms", "jvm.heap_used_pct", "threads.started"), found(""));
        assertEquals(List.of("gc.longest_pause_ms"), found("garbage COLLECTION"));
        assertEquals(List.of("jvm.heap_used_pct"), found("%"));
        assertEquals(List.of("threads.started"), found("begun"));
        assertEquals(List.of(), found("pause threads"));
    }

    @Test
    void aCounterIsShownAsItsRisePerSecond() {
        Plotted plotted = model.plotted(new OfMetric("threads.started", false));
        assertEquals(Unit.PER_SECOND, plotted.unit());
        assertEquals(3, plotted.lines().getFirst().series().points().getFirst().value());
    }

    @Test
    void aComparedMetricHasALineForEachTargetThatHasIt() {
        open(HEAP);
        open(PAUSE);
        List<String> names =
                model.plotted(new OfMetric("jvm.heap_used_pct", true)).lines().stream()
                        .map(ChartLine::name)
                        .toList();
        assertEquals(2, names.size());
        assertTrue(names.getFirst().startsWith("checkout-service ("), names::toString);
        assertEquals(1, model.plotted(new OfMetric("jvm.heap_used_pct", false)).lines().size());
    }

    @Test
    void whatTheTargetDoesNotHaveHasNoLine() {
        assertEquals(List.of(), model.plotted(new OfMetric("gc.nothing", false)).lines());
        assertEquals(List.of(), model.plotted(new OfMetric("gc.nothing", true)).lines());
    }

    @Test
    void theBoardHoldsEachPinOnce() {
        var heap = new OfMetric("jvm.heap_used_pct", false);
        var pause = new OfMetric("gc.longest_pause_ms", false);
        board.toggle(heap);
        board.toggle(pause);
        assertEquals("3 metrics, 2 on the board.", model.sentence());
        board.replace(heap, new OfMetric("jvm.heap_used_pct", true));
        assertEquals(new OfMetric("jvm.heap_used_pct", true), board.pins().get().getFirst());
        assertFalse(board.has(heap));
        board.replace(pause, board.pins().get().getFirst());
        assertEquals(1, board.pins().get().size());
        board.toggle(board.pins().get().getFirst());
        assertEquals("3 metrics, nothing on the board yet.", model.sentence());
    }
}
