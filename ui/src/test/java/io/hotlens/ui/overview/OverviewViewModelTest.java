package io.hotlens.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        assertEquals(5, model.gauges().size());
        assertTrue(model.gauges().getFirst().in(Vitals.NONE).isEmpty());
    }
}
