package io.hotlens.skills.target;

import java.util.List;

/// Whether an address can be reached, and if not, why.
///
/// @param sentence the whole in one sentence: the cause and what to do
/// @param checks what was looked at, in order; the first that is not ok is the cause
public record Diagnosis(boolean reachable, String sentence, List<Check> checks) {

    public Diagnosis {
        checks = List.copyOf(checks);
    }
}
