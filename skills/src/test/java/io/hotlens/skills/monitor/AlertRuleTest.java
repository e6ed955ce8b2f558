package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class AlertRuleTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void thresholdWithATime() {
        AlertRule rule = AlertRule.parse("heap_used_pct > 90 for 2 min");
        assertEquals("heap_used_pct", rule.metric());
        assertEquals(new AlertRule.Condition.Threshold(true, false, 90), rule.condition());
        assertEquals(Duration.ofMinutes(2), rule.lasting());
    }

    @Test
    void trendPerHour() {
        AlertRule rule = AlertRule.parse("threads.live rises 60 per hour for 10 min");
        assertEquals(new AlertRule.Condition.Trend(true, 1), rule.condition());
        assertEquals(Duration.ofMinutes(10), rule.lasting());
    }

    @Test
    void metricByNameOrById() {
        var live = new Metric("threads", "live", Unit.COUNT, MetricKind.GAUGE, "Live.");
        assertTrue(AlertRule.parse("live >= 5").isAbout(live));
        assertTrue(AlertRule.parse("threads.live<5").isAbout(live));
        assertFalse(AlertRule.parse("gc.live < 5").isAbout(live));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    heap                         | 'rises' or 'falls', is expected
                    > 5                          | 'rises' or 'falls', is expected
                    heap-used > 5                | 'heap-used' cannot be the name of a metric
                    heap > high                  | a number is expected after '>', not 'high'
                    heap > 5 during 2 min        | 'for' with a time such as '2 min' is expected
                    heap > 5 for 2 weeks         | 'weeks' is not s, min or h
                    heap > 5 for 99999999 min    | '99999999' is too long a time
                    heap rises 5                 | 'NUMBER per min' is expected, not '5'
                    heap rises 0 per min for 1 h | a trend must be greater than 0
                    heap rises 5 per min         | a trend needs 'for' and at least 1 min
                    """)
    void whatIsWrongIsSaid(String text, String why) {
        var error = assertThrows(IllegalArgumentException.class, () -> AlertRule.parse(text));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains(why), message);
        assertTrue(message.startsWith("'" + text + "' is not a rule"), message);
    }

    @Test
    void saysOnceThatItHoldsAndAgainAfterABreak() {
        var watch = new AlertWatch(AlertRule.parse("heap > 90 for 1 min"));
        assertFalse(watch.step(START, 95));
        assertFalse(watch.step(START.plusSeconds(30), 95));
        assertTrue(watch.step(START.plusSeconds(60), 95));
        assertFalse(watch.step(START.plusSeconds(90), 95));
        assertFalse(watch.step(START.plusSeconds(120), 80));
        assertFalse(watch.step(START.plusSeconds(150), 95));
        assertTrue(watch.step(START.plusSeconds(210), 95));
    }

    @Test
    void aBreakBeginsTheTimeAnew() {
        var watch = new AlertWatch(AlertRule.parse("heap > 90 for 1 min"));
        watch.step(START, 95);
        watch.interrupt();
        assertFalse(watch.step(START.plusSeconds(60), 95));
    }

    @Test
    void trendNeedsItsWholeTime() {
        var watch = new AlertWatch(AlertRule.parse("live rises 2 per min for 5 min"));
        int said = -1;
        for (int i = 0; i < 20 && said < 0; i++) {
            if (watch.step(START.plusSeconds(30L * i), 10 + 1.5 * i)) {
                said = i;
            }
        }
        assertEquals(9, said);
    }

    @Test
    void theOtherDirectionDoesNotCount() {
        var watch = new AlertWatch(AlertRule.parse("live falls 2 per min for 2 min"));
        for (int i = 0; i < 20; i++) {
            assertFalse(watch.step(START.plusSeconds(30L * i), 10 + 1.5 * i));
        }
    }
}
