package io.hotlens.app.store;

import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What was asked of a run, how it ended and what it used, as it is kept. The address of a model is
/// left out; only its name is kept.
final class RunData {

    private static final String USUAL = "usual";
    private static final String RULES = "rules";

    private RunData() {}

    static Data write(InvestigationRequest request) {
        return Data.fields()
                .put("reason", request.reason())
                .put("skills", Part.items(List.copyOf(request.skills())))
                .put("timeout_ms", (double) request.timeout().toMillis())
                .put("allowed", request.allowed().name())
                .put("model", model(request.model()))
                .put("strategy", request.strategy().word())
                .build();
    }

    private static String model(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Usual _ -> USUAL;
            case ModelChoice.Rules _ -> RULES;
            case ModelChoice.Named(String client) -> client;
            case ModelChoice.Direct(var spec) -> spec.toString();
        };
    }

    static InvestigationRequest readRequest(Part part) {
        return new InvestigationRequest(
                part.text("reason"),
                part.texts("skills").stream().map(SkillId::new).collect(Collectors.toSet()),
                part.span("timeout_ms"),
                part.word(Impact.class, "allowed"),
                switch (part.text("model")) {
                    case USUAL -> new ModelChoice.Usual();
                    case RULES -> new ModelChoice.Rules();
                    case String name -> new ModelChoice.Named(name);
                },
                Strategy.parse(part.text("strategy")));
    }

    static Data write(Outcome outcome) {
        return Data.fields().put("word", outcome.word()).put("detail", outcome.detail()).build();
    }

    static Outcome readOutcome(Part part) {
        return outcome(part.text("word"), part.text("detail"));
    }

    static Outcome outcome(String word, String detail) {
        return switch (word) {
            case "completed" -> new Outcome.Completed();
            case "truncated" -> new Outcome.Truncated(detail);
            case "failed" -> new Outcome.Failed(detail);
            case "cancelled" -> new Outcome.Cancelled();
            default -> throw new IllegalArgumentException("no outcome is '" + word + "'");
        };
    }

    static Data write(Usage usage) {
        return Data.fields()
                .put("calls", (double) usage.calls())
                .put("input_tokens", (double) usage.inputTokens())
                .put("output_tokens", (double) usage.outputTokens())
                .put("money_usd", usage.money())
                .build();
    }

    static Usage readUsage(Part part) {
        return new Usage(
                (long) part.number("calls"),
                (long) part.number("input_tokens"),
                (long) part.number("output_tokens"),
                part.number("money_usd"));
    }

    static double millis(Duration duration) {
        return duration.toMillis();
    }
}
