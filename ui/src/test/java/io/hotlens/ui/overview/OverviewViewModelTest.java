package io.hotlens.ui.overview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.control.ChartMark;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class OverviewViewModelTest {

    private final ConnectionState connected = new ConnectionState.Connected(Samples.NOON);
    private final TargetModel target =
            new TargetModel(Samples.target(), FakeSkill.usual(), connected);
    private final List<NotificationId> opened = new ArrayList<>();
    private final OverviewViewModel model = new OverviewViewModel(target, opened::add);

    private void tick(int seconds) {
        target.show(
                new Vitals(
                        Samples.NOON.plusSeconds(seconds),
                        connected,
                        new ConnectionCost(0, Duration.ZERO, 0),
                        "",
                        Normality.NONE,
                        Map.of()));
    }

    @Test
    void beforeAnyLookTheSentenceInvitesToInvestigate() {
        assertEquals("Nobody has looked yet: click Investigate.", model.sentence());
    }

    @Test
    void aCleanRunSaysHowManyLookedAndWhen() {
        target.apply(
                new Script(Samples.RUN)
                        .started("why")
                        .finished("gc", HealthState.HEALTHY, List.of())
                        .ended(new Outcome.Completed())
                        .events());
        tick(181);
        assertEquals(
                "Nothing is wrong as far as 1 operator could see, 3 min ago.", model.sentence());
    }

    @Test
    void theWorstFindingComesFirstWithItsCount() {
        target.apply(Script.deadlocked().events());
        assertTrue(model.sentence().startsWith("1 critical: 2 threads wait for each other"));
    }

    @Test
    void aConclusionTakesThePlaceOfItsSymptoms() {
        target.apply(Script.deadlocked().concluded(Samples.insight()).events());
        assertEquals(Samples.insight().summary(), model.sentence());
        model.openWorst();
        assertEquals(List.of(Samples.deadlock().id()), opened);
    }

    @Test
    void aLostTargetIsSaidBeforeAnythingElse() {
        target.apply(Script.deadlocked().events());
        target.apply(
                List.of(
                        new AppEvent.ConnectionChanged(
                                Samples.NOON, new ConnectionState.Lost(Samples.NOON, "stopped"))));
        assertTrue(model.sentence().startsWith("The target has not answered since"));
    }

    @Test
    void aGaugePrefersTheMetricThatHasAValue() {
        assertEquals(8, model.gauges().size());
        assertTrue(model.gauges().getFirst().in(Vitals.NONE).isEmpty());
    }

    private static Vitals.Vital vital(String skill, String name, Unit unit, double... values) {
        var points =
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Series.Point(Samples.NOON.plusSeconds(i), values[i]))
                        .toList();
        return new Vitals.Vital(
                FakeSkill.metric(skill, name, unit),
                Reading.of(values[values.length - 1]),
                _ -> new Series(points));
    }

    private List<ChartLine> heap(Vitals.Vital... vitals) {
        target.show(
                new Vitals(
                        Samples.NOON,
                        connected,
                        new ConnectionCost(0, Duration.ZERO, 0),
                        "",
                        Normality.NONE,
                        Stream.of(vitals).collect(Collectors.toMap(v -> v.metric().id(), v -> v))));
        return model.gauges().getFirst().lines(target.vitals().get(), Duration.ofMinutes(1));
    }

    @Test
    void theLiveSetIsAShareOfTheHeapsLimit() {
        List<ChartLine> lines =
                heap(
                        vital("jvm", "heap_used_pct", Unit.PERCENT, 40, 80),
                        vital("gc", "live_set_mb", Unit.MEGABYTES, 64, 128),
                        vital("jvm", "heap_max_mb", Unit.MEGABYTES, 512, 512));
        assertEquals(
                List.of("used", "still in use after GC"),
                lines.stream().map(ChartLine::name).toList());
        assertArrayEquals(new double[] {12.5, 25}, lines.getLast().series().values());
    }

    @Test
    void withoutALimitThereIsNoLiveSetAndALoneLineNeedsNoName() {
        List<ChartLine> lines =
                heap(
                        vital("jvm", "heap_used_pct", Unit.PERCENT, 40, 80),
                        vital("gc", "live_set_mb", Unit.MEGABYTES, 64, 128));
        assertEquals(List.of(""), lines.stream().map(ChartLine::name).toList());
    }

    @Test
    void aMarkOpensItsNotification() {
        target.apply(Script.deadlocked().events());
        ChartMark mark =
                model.marks().stream()
                        .filter(one -> one.words().equals(Samples.deadlock().observation()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Samples.deadlock().detectedAt(), mark.at());
        mark.open().run();
        assertEquals(List.of(Samples.deadlock().id()), opened);
    }

    @Test
    void theStartOfTheJvmIsMarkedAndOpensTheTimeSince() {
        ChartMark mark = model.marks().getFirst();
        assertEquals(target.info().startedAt(), mark.at());
        assertTrue(mark.words().contains("deployment"), mark.words());
        Instant now = target.info().startedAt().plusSeconds(120);
        model.time().tick(now, List.of(target.info().startedAt()));
        mark.open().run();
        assertTrue(model.time().range().get().contains(mark.at()));
    }
}
