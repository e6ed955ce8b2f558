package io.hotlens.skills.catalog;

import io.hotlens.skills.builtin.base.BaseSkill;
import io.hotlens.skills.builtin.classes.ClassesSkill;
import io.hotlens.skills.builtin.database.DatabaseSkill;
import io.hotlens.skills.builtin.events.EventsSkill;
import io.hotlens.skills.builtin.exceptions.ExceptionsSkill;
import io.hotlens.skills.builtin.gc.GcSkill;
import io.hotlens.skills.builtin.heap.HeapSkill;
import io.hotlens.skills.builtin.jvm.JvmSkill;
import io.hotlens.skills.builtin.logger.LoggerSkill;
import io.hotlens.skills.builtin.mbeans.MBeansSkill;
import io.hotlens.skills.builtin.monitor.MonitorSkill;
import io.hotlens.skills.builtin.nativememory.NativeSkill;
import io.hotlens.skills.builtin.overload.OverloadSkill;
import io.hotlens.skills.builtin.ports.PortsSkill;
import io.hotlens.skills.builtin.profiler.ProfilerSkill;
import io.hotlens.skills.builtin.rules.RulesSkill;
import io.hotlens.skills.builtin.system.SystemSkill;
import io.hotlens.skills.builtin.threads.ThreadsSkill;
import io.hotlens.skills.builtin.tracer.TracerSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                        new PortsSkill(),
                        new NativeSkill(),
                        new ClassesSkill(),
                        new ProfilerSkill(),
                        new ExceptionsSkill(),
                        new EventsSkill(),
                        new LoggerSkill(),
                        new RulesSkill(),
                        new OverloadSkill(),
                        new DatabaseSkill(),
                        new MBeansSkill(),
                        new TracerSkill(),
                        new MonitorSkill()));
    }

    /// These skills and more behind them.
    public SkillCatalog with(List<Skill> more) {
        return new SkillCatalog(Stream.concat(skills.stream(), more.stream()).toList());
    }

    public Set<SkillId> ids() {
        return skills.stream().map(Skill::id).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Skill> find(SkillId id) {
        return skills.stream().filter(skill -> skill.id().equals(id)).findFirst();
    }
}
