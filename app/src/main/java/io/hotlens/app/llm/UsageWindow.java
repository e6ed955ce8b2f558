package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was used in the time before now, kept as a sum. Money is summed in whole billionths of a
/// cent, so that what leaves takes away exactly what it had added. Safe from any thread.
final class UsageWindow {

    private static final double UNITS_PER_DOLLAR = 1e11;

    private final Duration length;
    private final Deque<Ledger.Entry> entries = new ArrayDeque<>();
    private long calls;
    private long inputTokens;
    private long outputTokens;
    private long money;

    UsageWindow(Duration length) {
        this.length = length;
    }

    /// Entries come in the order of their time.
    synchronized void add(Ledger.Entry entry) {
        forget(entry.at());
        entries.add(entry);
        count(entry.usage(), 1);
    }

    synchronized Usage until(Instant now) {
        forget(now);
        return new Usage(calls, inputTokens, outputTokens, money / UNITS_PER_DOLLAR);
    }

    private void forget(Instant now) {
        Instant from = now.minus(length);
        while (!entries.isEmpty() && !entries.getFirst().at().isAfter(from)) {
            count(entries.removeFirst().usage(), -1);
        }
    }

    private void count(Usage usage, int sign) {
        calls += sign * usage.calls();
        inputTokens += sign * usage.inputTokens();
        outputTokens += sign * usage.outputTokens();
        money += sign * Math.round(usage.money() * UNITS_PER_DOLLAR);
    }
}
