package io.hotlens.app.coordinator;

import io.hotlens.app.loop.Budget;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.SkillId;

import java.util.Set;

/// What a coordinator is asked to find out.
///
/// @param named the skills that the user named; empty leaves the choice to the model
/// @param chain how many follow-ups led here, 0 for a run that was asked for
public record CoordinatorRequest(
        InvestigationId id, String reason, Set<SkillId> named, Budget budget, int chain) {

    public CoordinatorRequest {
        named = Set.copyOf(named);
    }
}
