package io.hotlens.app.access;

import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the user allows on one target beyond the pause budget. Nothing is allowed until somebody
/// grants it or an asker says yes; safe from any thread.
public final class Consent {

    /// Puts the question to the user. It may block; it is interrupted when the run is cancelled.
    @FunctionalInterface
    public interface Asker {
        Decision ask(Question question) throws InterruptedException;
    }

    /// @param callback the call as it was written, such as `heap_top_classes`
    /// @param cost what it would cost the target, and what the prediction rests on
    public record Question(String callback, Cost cost) {}

    /// The user's answer.
    public enum Decision {
        /// This call only.
        ONCE,
        /// This callback on this target from now on.
        ALWAYS,
        /// Not this call; the run goes on without it.
        REFUSE
    }

    private static final Asker NOBODY = _ -> Decision.REFUSE;

    private final Map<String, Impact> remembered = new ConcurrentHashMap<>();
    private volatile Impact granted = Impact.LOW;
    private volatile Asker asker = NOBODY;

    /// Allows everything up to `impact` on this target.
    public void grant(Impact impact) {
        granted = impact;
    }

    public Impact granted() {
        return granted;
    }

    /// Who is asked from now on; until then every question is answered with a refusal.
    public void askWith(Asker newAsker) {
        asker = newAsker;
    }

    /// Whether the call may run; asks when nothing was decided before.
    Decision decide(Question question) throws InterruptedException {
        Impact impact = question.cost().impact();
        Impact known = remembered.get(question.callback());
        if (impact.compareTo(granted) <= 0 || (known != null && impact.compareTo(known) <= 0)) {
            return Decision.ALWAYS;
        }
        return askOne(question);
    }

    /// One question at a time, so that the user never sees two.
    private synchronized Decision askOne(Question question) throws InterruptedException {
        Decision decision = asker.ask(question);
        if (decision == Decision.ALWAYS) {
            remembered.put(question.callback(), question.cost().impact());
        }
        return decision;
    }
}
