package io.hotlens.app.operator;

import io.hotlens.skills.skill.SkillId;

import java.time.Instant;
import java.util.Optional;

/// What an operator is doing right now.
///
/// @param state its verdict in the present run, or in the last one when it is idle
/// @param iteration of the present run, 0 when it is idle
/// @param queued callers that wait for the present run to end
/// @param step the tool it chose last, empty before the first
/// @param findings notifications of the present or last run
/// @param startedAt when the present run began
public record OperatorStatus(
        SkillId skill,
        String title,
        String description,
        HealthState state,
        boolean running,
        int iteration,
        int queued,
        String step,
        int findings,
        Optional<Instant> startedAt) {}
