package io.hotlens.app.insight;

import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How well the cited facts carry a root cause; computed, never claimed.
///
/// @param grounded whether two different skills support it, or the JVM itself says it
/// @param reason in words
public record Grounding(boolean grounded, Confidence confidence, String reason) {

    /// Weighs the facts behind a root cause of this type.
    static Grounding of(CausalModel model, Insight.RootCause root, List<Fact> cited) {
        List<Fact> direct = cited.stream().filter(n -> n.type().equals(root.type())).toList();
        if (direct.isEmpty()) {
            return new Grounding(
                    false,
                    Confidence.LOW,
                    "nothing shows the cause itself, only what it can lead to");
        }
        if (model.get(root.type()).map(Cause::entailed).orElse(false)) {
            return new Grounding(true, Confidence.HIGH, "what was observed proves it");
        }
        Set<SkillId> reporting = skills(direct);
        if (reporting.size() > 1) {
            return new Grounding(true, Confidence.HIGH, words(reporting) + " both report it");
        }
        List<Fact> effects =
                cited.stream()
                        .filter(n -> direct.stream().anyMatch(d -> model.edge(d, n).isPresent()))
                        .toList();
        Set<SkillId> others = skills(effects);
        others.removeAll(reporting);
        if (!others.isEmpty()) {
            return new Grounding(
                    true,
                    Confidence.HIGH,
                    "%s reports it, and %s what it leads to"
                            .formatted(words(reporting), words(others)));
        }
        return new Grounding(
                false,
                Confidence.MEDIUM,
                "only %s reports it%s"
                        .formatted(
                                words(reporting),
                                effects.isEmpty() ? "" : ", with what it leads to"));
    }

    private static Set<SkillId> skills(List<Fact> notifications) {
        return notifications.stream()
                .map(Fact::operator)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Set<SkillId> skills) {
        return skills.stream().map(SkillId::value).collect(Collectors.joining(" and "));
    }
}
