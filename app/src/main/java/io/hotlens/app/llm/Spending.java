package io.hotlens.app.llm;

import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.trace.Usage;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What one run used of models, all its operators together.
final class Spending {

    private final Ledger ledger;
    private final AtomicReference<Usage> used = new AtomicReference<>(Usage.NONE);

    Spending(Ledger ledger) {
        this.ledger = ledger;
    }

    void add(Usage usage) {
        used.accumulateAndGet(usage, Usage::plus);
        ledger.add(usage);
    }

    /// Which limit is used up, in words.
    Optional<String> reached(SpendingLimits limits) {
        return limits.run()
                .reached(used.get())
                .map(limit -> limit + " in this run")
                .or(() -> ledger.reached(limits));
    }
}
