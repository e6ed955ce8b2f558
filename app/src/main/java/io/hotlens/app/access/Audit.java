package io.hotlens.app.access;

import io.hotlens.skills.skill.Cost;

/// A call that costs the target more than a cheap read, and whether it ran.
///
/// @param why the consent or budget that decided
public record Audit(String callback, Cost cost, boolean allowed, String why) {}
