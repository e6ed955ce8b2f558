package io.hotlens.skills.skill;

import io.hotlens.skills.metric.Metric;

import java.util.List;
import java.util.Optional;

/// One area of knowledge about a target; stateless, and the same for every target.
public interface Skill {

    SkillId id();

    /// The name on the screen: "Garbage collection".
    String title();

    /// One sentence by which a coordinator chooses: what the skill can tell.
    String description();

    /// What a model must know: what to watch for, with thresholds, and what is normal.
    String prompt();

    /// What a snapshot holds, in order.
    List<Metric> metrics();

    List<Callback> callbacks();

    /// The Lua text of `playbook.lua`; empty for a skill without one.
    Optional<String> playbook();

    /// Binds the skill to a target and starts what it keeps in the background.
    LiveSkill open(SkillContext context);
}
