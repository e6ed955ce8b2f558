package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Transcript;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// What the user agreed to in a session, and the one place that asks him: one question at a time.
final class Agreement {

    private static final String NOBODY =
            "nothing was sent to %s: the egress mode is 'ask' and nobody agreed; name the model for"
                + " this run, set the mode to 'automatic' in the settings, or use the rules model";
    private static final String REFUSED =
            "nothing was sent to %s: you did not agree; start again to be asked again, or use the"
                    + " rules model";

    private final EgressConsent consent;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong refusals = new AtomicLong();
    private final Set<Transcript> once =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile @Nullable EgressPolicy agreed;

    Agreement(EgressConsent consent) {
        this.consent = consent;
    }

    /// Returns when the request may leave. Another attempt at the same one is not asked for again.
    ///
    /// @throws LlmException.Fatal when the user refuses
    void need(EgressPolicy policy, Transcript transcript, EgressPreview preview)
            throws InterruptedException {
        long before = refusals.get();
        if (given(policy, transcript)) {
            return;
        }
        asking.lockInterruptibly();
        try {
            if (given(policy, transcript)) {
                return;
            }
            EgressConsent.Decision decision =
                    refusals.get() == before
                            ? consent.decide(preview)
                            : EgressConsent.Decision.REFUSE;
            switch (decision) {
                case ONCE -> once.add(transcript);
                case SESSION -> agreed = policy;
                case REFUSE -> {
                    refusals.incrementAndGet();
                    throw new LlmException.Fatal(
                            (consent.isAskedAboutNamedModels() ? REFUSED : NOBODY)
                                    .formatted(preview.model()));
                }
            }
        } finally {
            asking.unlock();
        }
    }

    private boolean given(EgressPolicy policy, Transcript transcript) {
        return policy.equals(agreed) || once.contains(transcript);
    }
}
