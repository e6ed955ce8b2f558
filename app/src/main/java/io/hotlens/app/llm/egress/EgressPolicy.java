package io.hotlens.app.llm.egress;

import java.util.EnumSet;
import java.util.Set;

/// What may leave for a provider about one target.
///
/// @param allowed the classes that leave as they are; all others are withheld or replaced
public record EgressPolicy(Mode mode, Set<DataClass> allowed) {

    /// Whether a request leaves.
    public enum Mode {
        /// Nothing leaves.
        NEVER,
        /// The user is shown each request first, until he agrees for the whole session.
        ASK,
        /// Cleaned requests leave without a question.
        AUTOMATIC
    }

    /// Asks, and allows no class.
    public static final EgressPolicy DEFAULT = new EgressPolicy(Mode.ASK, Set.of());

    public EgressPolicy {
        Set<DataClass> copy = EnumSet.noneOf(DataClass.class);
        copy.addAll(allowed);
        copy.stream()
                .filter(one -> !one.canBeAllowed())
                .findFirst()
                .ifPresent(
                        one -> {
                            throw new IllegalArgumentException(one + " can never be allowed");
                        });
        allowed = Set.copyOf(copy);
    }
}
