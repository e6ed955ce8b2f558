package io.hotlens.ui;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people call skills, when no target is at hand to ask.
final class SkillTitles {

    /// Made when the first is asked for, which is long after the window has opened.
    private static final class BuiltIn {
        private static final Map<SkillId, String> TITLES =
                SkillCatalog.builtIn().skills().stream()
                        .collect(Collectors.toMap(Skill::id, Skill::title));
    }

    private SkillTitles() {}

    /// Those that ship; any other is called by its id.
    static Function<SkillId, String> builtIn() {
        return id -> BuiltIn.TITLES.getOrDefault(id, id.value());
    }
}
