package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

class RestingSamplerTest {

    private static final int TURNS = 12;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private double cpuMs;
    private long threads = 20;
    private final AtomicInteger looks = new AtomicInteger();
    private final RestingSampler sampler =
            new RestingSampler(() -> cpuMs, () -> threads, looks::incrementAndGet, () -> now);

    private int looksWhile(Runnable eachTurn) {
        for (int i = 0; i < TURNS; i++) {
            eachTurn.run();
            sampler.turn();
            now = now.plusSeconds(5);
        }
        return looks.get();
    }

    @Test
    void aBusyTargetIsLookedAtEachTurn() {
        assertEquals(TURNS, looksWhile(() -> cpuMs += 400));
    }

    @Test
    void aRestingTargetIsLookedAtEachThirdTurn() {
        assertEquals(TURNS / 3, looksWhile(() -> cpuMs += 10));
    }

    @Test
    void aTargetThatStartsThreadsDoesNotRest() {
        assertEquals(TURNS, looksWhile(() -> threads++));
    }

    @Test
    void aTargetThatCannotBeSeenFromOutsideIsLookedAtEachTurn() {
        cpuMs = -1;
        assertEquals(TURNS, looksWhile(() -> {}));
    }
}
