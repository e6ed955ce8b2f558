package io.hotlens.skills.catalog;

import io.hotlens.skills.builtin.base.BaseSkill;
import io.hotlens.skills.builtin.events.EventsSkill;
import io.hotlens.skills.builtin.exceptions.ExceptionsSkill;
import io.hotlens.skills.builtin.gc.GcSkill;
import io.hotlens.skills.builtin.heap.HeapSkill;
import io.hotlens.skills.builtin.jvm.JvmSkill;
import io.hotlens.skills.builtin.logger.LoggerSkill;
import io.hotlens.skills.builtin.mbeans.MBeansSkill;
import io.hotlens.skills.builtin.rules.RulesSkill;
import io.hotlens.skills.builtin.system.SystemSkill;
import io.hotlens.skills.builtin.threads.ThreadsSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;

/// The skills that exist, whatever the target.
public record SkillCatalog(List<Skill> skills) {

    public SkillCatalog {
        skills = List.copyOf(skills);
    }

    /// The skills that ship with Hotlens; `base` is first.
    public static SkillCatalog builtIn() {
        return new SkillCatalog(
                List.of(
                        new BaseSkill(),
                        new JvmSkill(),
                        new HeapSkill(),
                        new GcSkill(),
                        new ThreadsSkill(),
                        new SystemSkill(),
                        new ExceptionsSkill(),
                        new EventsSkill(),
                        new LoggerSkill(),
                        new RulesSkill(),
                        new MBeansSkill()));
    }

    public Optional<Skill> find(SkillId id) {
        return skills.stream().filter(skill -> skill.id().equals(id)).findFirst();
    }
}
