package io.hotlens.ui.model;

import io.hotlens.skills.skill.SkillId;

import java.time.Instant;
import java.util.Optional;

/// One event of a session in words.
///
/// @param skill that it is about, as far as it is about one
/// @param who did it, for people; empty when the kind says so
public record EventLine(
        Instant at,
        EventKind kind,
        Optional<SkillId> skill,
        String who,
        String words,
        StepLine.Weight weight) {}
