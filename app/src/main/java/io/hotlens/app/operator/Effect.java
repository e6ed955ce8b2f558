package io.hotlens.app.operator;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.time.Instant;

/// What the world answered to a tool, before the state changes by it.
sealed interface Effect {

    /// The tool needs nothing from outside.
    record None() implements Effect {}

    record Taken(Snapshot snapshot) implements Effect {}

    /// The target did not answer.
    record Unreadable(String why) implements Effect {}

    record Ran(LuaOutcome outcome) implements Effect {}

    /// Identity of a notification to be.
    record Stamp(NotificationId id, InvestigationId investigation, SkillId operator, Instant at)
            implements Effect {}
}
