package io.hotlens.app.access;

import io.hotlens.skills.skill.Impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one run may do to the target, and what it could not see for that reason; safe from any
/// thread. The runs of an investigation share its pause budget.
public final class Grant {

    private final Impact allowed;
    private final PauseBudget budget;
    private final Set<String> unseen = new LinkedHashSet<>();

    /// @param allowed the heaviest impact that may be used without asking
    public Grant(Impact allowed, PauseBudget budget) {
        this.allowed = allowed;
        this.budget = budget;
    }

    Impact allowed() {
        return allowed;
    }

    PauseBudget budget() {
        return budget;
    }

    /// Remembers what could not be looked at, with the reason.
    public synchronized void missed(String what) {
        unseen.add(what);
    }

    /// In the order in which it was missed, each once.
    public synchronized List<String> unseen() {
        return new ArrayList<>(unseen);
    }
}
