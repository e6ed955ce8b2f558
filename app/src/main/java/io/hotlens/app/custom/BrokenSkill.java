package io.hotlens.app.custom;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.TargetException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// A skill of the user that cannot be used on any target, for a reason that is shown.
///
/// @param name what it is known by: the folder's or the archive's name
/// @param why the file, the line where it is known, and what is wrong
record BrokenSkill(String name, String why) implements Skill {

    /// No skill that works has such an id.
    @Override
    public SkillId id() {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String part = letters.substring(0, Math.min(12, letters.length()));
        return new SkillId("broken" + part + Long.toHexString(sum.getValue()));
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public String description() {
        return why;
    }

    @Override
    public String prompt() {
        return "";
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public List<Callback> callbacks() {
        return List.of();
    }

    @Override
    public Optional<String> playbook() {
        return Optional.empty();
    }

    @Override
    public LiveSkill open(SkillContext context) {
        throw new TargetException.Unsupported(why);
    }
}
