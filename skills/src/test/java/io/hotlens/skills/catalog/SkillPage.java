package io.hotlens.skills.catalog;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.Capability;

import java.util.Locale;
import java.util.stream.Collectors;

/// The documentation page of a skill, from the descriptors that models and screens see.
final class SkillPage {

    private SkillPage() {}

    static String of(Skill skill) {
        var page = new StringBuilder();
        page.append("# ").append(skill.title()).append(" (`").append(skill.id()).append("`)\n\n");
        page.append(skill.description()).append("\n\n");
        page.append(
                "This page is made from the skill's own descriptors; a test holds it to them. After"
                        + " a change: `mvn -pl skills test -Dtest=SkillPagesTest"
                        + " -Dhotlens.docs=write`.\n");
        if (!skill.metrics().isEmpty()) {
            page.append("\n## Snapshot\n\n| metric | unit | kind | meaning |\n|---|---|---|---|\n");
            skill.metrics().forEach(metric -> page.append(row(metric)));
        }
        page.append("\n## Callbacks\n");
        skill.callbacks().forEach(callback -> page.append(section(callback)));
        page.append("\n## What to look for, and what is normal\n\n")
                .append(skill.prompt().strip())
                .append('\n');
        skill.playbook()
                .ifPresent(
                        lua ->
                                page.append("\n## Playbook\n\n```lua\n")
                                        .append(lua.strip())
                                        .append("\n```\n"));
        return page.toString();
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        metric.name(),
                        metric.unit().symbol().isEmpty() ? "-" : metric.unit().symbol(),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        metric.meaning());
    }

    private static String section(Callback callback) {
        var text = new StringBuilder();
        text.append("\n### `").append(callback.signature()).append("`\n\n");
        text.append(callback.meaning()).append("\n\n");
        for (Parameter parameter : callback.parameters()) {
            text.append("- `").append(parameter.name()).append("`: ").append(parameter.meaning());
            if (!parameter.choices().isEmpty()) {
                text.append("; one of ").append(String.join(", ", parameter.choices()));
            }
            parameter
                    .fallback()
                    .ifPresentOrElse(
                            value ->
                                    text.append(" (default ")
                                            .append(io.hotlens.skills.data.Json.write(value))
                                            .append(')'),
                            () -> text.append(" (must be given)"));
            text.append('\n');
        }
        text.append("- answers `").append(callback.returns()).append("`\n");
        text.append("- impact `")
                .append(callback.impact())
                .append("`; source: ")
                .append(callback.source())
                .append('\n');
        if (!callback.needs().isEmpty()) {
            text.append("- needs ")
                    .append(
                            callback.needs().stream()
                                    .map(Capability::words)
                                    .sorted()
                                    .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }
}
