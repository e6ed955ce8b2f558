package io.hotlens.app.operator;

import io.hotlens.app.insight.AnomalyTypes;
import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The opening of an operator's conversation. What stands in the system prompt is the same for each
/// run of a skill, so that providers can cache it; the reason stands in the first message.
final class OperatorPrompt {

    private static final String RULES = PromptText.of(OperatorPrompt.class, "prompt.md");

    private OperatorPrompt() {}

    static Transcript opening(Skill skill, List<Callback> callbacks, OperatorRequest request) {
        var opening =
                Data.fields()
                        .put("skill", skill.id().value())
                        .put("reason", request.reason())
                        .put("max_iterations", request.budget().iterations());
        request.budget().time().ifPresent(time -> opening.put("time_ms", (double) time.toMillis()));
        return Transcript.of(system(skill, callbacks), opening.build());
    }

    private static String system(Skill skill, List<Callback> callbacks) {
        return String.join(
                "\n",
                RULES,
                "# Anomaly types",
                AnomalyTypes.list(),
                "",
                "# Your area: " + skill.title(),
                skill.prompt().strip(),
                "",
                "# Functions",
                skill.playbook().isPresent()
                        ? "- playbook() [low]: alone as the code: the recipe for this area. Returns"
                                + " findings"
                        : "There is no playbook for this area.",
                callbacks.stream().map(OperatorPrompt::line).collect(Collectors.joining("\n")));
    }

    private static String line(Callback callback) {
        return "- %s [%s]: %s Returns %s%s"
                .formatted(
                        callback.signature(),
                        callback.impact().name().toLowerCase(Locale.ROOT),
                        callback.meaning(),
                        callback.returns(),
                        callback.parameters().stream()
                                .map(OperatorPrompt::parameter)
                                .collect(Collectors.joining()));
    }

    private static String parameter(Parameter parameter) {
        return "\n  %s: %s%s%s"
                .formatted(
                        parameter.name(),
                        parameter.meaning(),
                        parameter.choices().isEmpty()
                                ? ""
                                : "; one of " + String.join(", ", parameter.choices()),
                        parameter
                                .fallback()
                                .map(value -> "; default " + Json.write(value))
                                .orElse(""));
    }
}
