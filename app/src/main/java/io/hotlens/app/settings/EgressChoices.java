package io.hotlens.app.settings;

import io.hotlens.app.llm.egress.EgressPolicy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What may leave for a model, by target.
///
/// @param usual for each target that has no policy of its own
/// @param targets in the order in which they were chosen
public record EgressChoices(EgressPolicy usual, SequencedMap<TargetKey, EgressPolicy> targets) {

    /// Asks about every target, and allows no class.
    public static final EgressChoices DEFAULT =
            new EgressChoices(EgressPolicy.DEFAULT, new LinkedHashMap<>());

    public EgressChoices {
        targets = new LinkedHashMap<>(targets);
    }

    public EgressPolicy of(TargetKey target) {
        return targets.getOrDefault(target, usual);
    }

    /// Another policy for targets without one of their own.
    public EgressChoices withUsual(EgressPolicy policy) {
        return new EgressChoices(policy, targets);
    }

    /// @param policy takes the target's own away when empty
    public EgressChoices with(TargetKey target, Optional<EgressPolicy> policy) {
        Map<TargetKey, EgressPolicy> changed = new LinkedHashMap<>(targets);
        policy.ifPresentOrElse(own -> changed.put(target, own), () -> changed.remove(target));
        return new EgressChoices(usual, new LinkedHashMap<>(changed));
    }
}
