package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.trace.Usage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class UsageWindowTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Usage summed(List<Ledger.Entry> all, Instant now) {
        return all.stream()
                .filter(entry -> entry.at().isAfter(now.minus(HOUR)))
                .map(Ledger.Entry::usage)
                .reduce(Usage.NONE, Usage::plus);
    }

    @Test
    void theRunningSumIsThatOfTheEntriesOfTheHour() {
        var random = new Random(1);
        var window = new UsageWindow(HOUR);
        var all = new ArrayList<Ledger.Entry>();
        Instant now = START;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(random.nextInt(120));
            var usage =
                    new Usage(1, random.nextInt(9_000), random.nextInt(900), random.nextDouble());
            var entry = new Ledger.Entry(now, usage);
            all.add(entry);
            window.add(entry);
            Usage expected = summed(all, now);
            Usage sum = window.until(now);
            assertEquals(expected.money(), sum.money(), 1e-9);
            assertEquals(
                    expected,
                    new Usage(
                            sum.calls(), sum.inputTokens(), sum.outputTokens(), expected.money()));
        }
    }

    @Test
    void anEmptyHourCostsNothingAtAll() {
        var window = new UsageWindow(HOUR);
        for (int i = 0; i < 10; i++) {
            window.add(new Ledger.Entry(START.plusSeconds(i), new Usage(1, 1, 1, 0.1)));
        }
        assertEquals(1.0, window.until(START.plusSeconds(10)).money());
        assertEquals(Usage.NONE, window.until(START.plusSeconds(4_000)));
    }
}
