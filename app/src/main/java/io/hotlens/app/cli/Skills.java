package io.hotlens.app.cli;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SkillView;
import io.hotlens.skills.skill.SkillId;

import java.util.stream.Collectors;

/// Finds skills by what the user typed.
final class Skills {

    private Skills() {}

    /// @throws UsageException when there is no such skill, or it cannot be used on this target
    static SkillId usable(Session session, String text) {
        SkillId id = RunOptions.skillId(text);
        SkillView view =
                session.skills().stream()
                        .filter(one -> one.skill().id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "there is no skill '%s'; there are %s"
                                                        .formatted(
                                                                text,
                                                                session.skills().stream()
                                                                        .map(
                                                                                one ->
                                                                                        one.skill()
                                                                                                .id()
                                                                                                .value())
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", ")))));
        if (view.unusable().isPresent()) {
            throw new UsageException(
                    "%s cannot be used on this target: %s".formatted(text, view.unusable().get()));
        }
        return id;
    }
}
