package io.hotlens.app.session;

import io.hotlens.skills.skill.Skill;

import java.util.Optional;

/// A skill as it stands on a connected target.
///
/// @param unusable why nothing of it works on this target; empty when it is usable
public record SkillView(Skill skill, Optional<String> unusable) {}
