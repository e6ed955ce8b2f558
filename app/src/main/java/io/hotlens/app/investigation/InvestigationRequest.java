package io.hotlens.app.investigation;

import io.hotlens.app.model.ModelChoice;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.util.Set;

/// What the user asked for.
///
/// @param skills the skills to look at; empty lets the coordinator choose
/// @param timeout after this the run ends truncated, with what it found
/// @param allowed the heaviest impact that may be used without asking
/// @param model which one chooses the next step
/// @param strategy how its coordinator goes about it
public record InvestigationRequest(
        String reason,
        Set<SkillId> skills,
        Duration timeout,
        Impact allowed,
        ModelChoice model,
        Strategy strategy) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    public InvestigationRequest {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the time limit must be positive, not " + timeout);
        }
        skills = Set.copyOf(skills);
    }

    /// By the agent loop.
    public InvestigationRequest(
            String reason,
            Set<SkillId> skills,
            Duration timeout,
            Impact allowed,
            ModelChoice model) {
        this(reason, skills, timeout, allowed, model, Strategy.AGENT_LOOP);
    }

    /// All skills, 300 s, nothing beyond the pause budget, the usual model, the agent loop.
    public static InvestigationRequest of(String reason) {
        return new InvestigationRequest(
                reason, Set.of(), DEFAULT_TIMEOUT, Impact.LOW, new ModelChoice.Usual());
    }
}
