package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ScriptedTarget;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class CloseLookTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String READ = "jdk.SocketRead";

    private static TargetEvent.Recorded beat(ScriptedTarget target) {
        return new TargetEvent.Recorded(
                target.instant(),
                "jdk.JavaThreadStatistics",
                Duration.ZERO,
                "",
                Map.of(),
                List.of());
    }

    private static TargetEvent.Recorded read(ScriptedTarget target) {
        return new TargetEvent.Recorded(
                target.instant(),
                READ,
                Duration.ofMillis(1),
                "worker",
                Map.of(),
                List.of("org.postgresql.core.PGStream.receiveChar", "com.shop.Orders.load:3"));
    }

    @ParameterizedTest
    @CsvSource({"17, 3", "25, 5"})
    void aLookLastsFromTheFirstBeatAndIsShorterWhereEventsCannotBeLimited(
            int feature, int seconds) {
        var target = new ScriptedTarget(feature);
        var look = new CloseLook(target.context());
        assertEquals(Duration.ZERO, look.result().window());
        look.begin();
        target.happen(read(target));
        target.pass(Duration.ofSeconds(7));
        target.happen(beat(target));
        for (int i = 0; i < 20; i++) {
            target.happen(read(target));
            target.pass(SECOND);
            target.happen(beat(target));
        }
        assertTrue(look.result().complete());
        assertEquals(Duration.ofSeconds(seconds), look.result().window());
        assertEquals(seconds + 1, look.result().queries().all().size());
        assertEquals(-1, target.threshold(READ), "nothing goes on");
    }

    @Test
    void theThresholdGoesBackWhileLateEventsAreAwaited() {
        var target = new ScriptedTarget(25);
        var look = new CloseLook(target.context());
        look.begin();
        target.happen(beat(target));
        assertEquals(0, target.threshold(READ));
        target.pass(Duration.ofSeconds(6));
        assertEquals(20, target.threshold(READ));
        target.pass(Duration.ofSeconds(3));
        assertFalse(look.result().complete(), "what was held back is still on its way");
        assertEquals(20, target.threshold(READ));
        target.happen(beat(target));
        target.pass(SECOND);
        assertEquals(-1, target.threshold(READ));
        assertTrue(look.result().complete());
    }

    @Test
    void withoutAStreamThatRunsALookIsNeverComplete() {
        var target = new ScriptedTarget(25);
        var look = new CloseLook(target.context());
        look.begin();
        for (int i = 0; i < 30; i++) {
            target.pass(SECOND);
        }
        assertFalse(look.result().complete());
        look.begin();
        assertEquals(0, target.threshold(READ), "it is tried again");
    }

    @Test
    void aSecondLookWaitsUntilTheTargetHasRested() {
        var target = new ScriptedTarget(25);
        var look = new CloseLook(target.context());
        look.begin();
        target.happen(beat(target));
        for (int i = 0; i < 10; i++) {
            target.pass(SECOND);
            target.happen(beat(target));
        }
        look.begin();
        assertTrue(look.result().complete(), "the result stays");
        target.pass(Duration.ofSeconds(40));
        look.begin();
        assertFalse(look.result().complete(), "a new one is under way");
    }

    @Test
    void closingEndsIt() {
        var target = new ScriptedTarget(25);
        var look = new CloseLook(target.context());
        look.begin();
        look.close();
        assertEquals(-1, target.threshold(READ));
    }
}
