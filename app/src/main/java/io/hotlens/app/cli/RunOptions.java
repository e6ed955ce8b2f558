package io.hotlens.app.cli;

import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an investigation is run.
final class RunOptions {

    @Option(names = "--reason", paramLabel = "TEXT", description = "What worries you.")
    String reason = "";

    @Option(
            names = "--skills",
            paramLabel = "a,b",
            split = ",",
            description = "Look only at these skills, such as gc,threads.")
    List<String> skills = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "Stop after S seconds, with what was found (default: ${DEFAULT-VALUE}).")
    int timeout = (int) InvestigationRequest.DEFAULT_TIMEOUT.toSeconds();

    @Option(
            names = "--allow",
            paramLabel = "IMPACT",
            description =
                    "Allow what stops the target for longer (pause), or forces a collection or"
                            + " writes a file (heavy).")
    @Nullable String allow;

    @Option(
            names = "--model",
            paramLabel = "M",
            description =
                    "What chooses the next step: rules (built in, no network), a client of the"
                            + " settings, or PROVIDER:MODEL. Naming a model is consent to send it"
                            + " redacted data in this run.")
    @Nullable String model;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where PROVIDER:MODEL is reached, such as http://localhost:1234/v1.")
    @Nullable URI baseUrl;

    @Option(
            names = "--ask",
            paramLabel = "QUESTION",
            description =
                    "Ask this about the investigation when it has ended; may be given several"
                            + " times.")
    List<String> questions = new ArrayList<>();

    @Option(
            names = "--strategy",
            paramLabel = "S",
            description =
                    "How a model is used: loop (it chooses each step, the default) or pipeline (the"
                            + " coordinator asks it twice at most).")
    @Nullable String strategy;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    boolean json;

    @Option(
            names = "--telemetry",
            paramLabel = "FILE",
            description = "Write each step to this file, one JSON object a line.")
    @Nullable Path telemetry;

    @Option(
            names = "--otlp",
            paramLabel = "URL",
            arity = "0..1",
            fallbackValue = TelemetryOptions.USUAL_COLLECTOR,
            description =
                    "Send spans and metrics to this OpenTelemetry collector (without a URL:"
                            + " ${FALLBACK-VALUE}).")
    @Nullable String otlp;

    @Option(names = "--no-history", description = "Do not keep this run in the history.")
    boolean noHistory;

    Keeping keeping() {
        return new Keeping(!noHistory);
    }

    TelemetryOptions telemetry() {
        try {
            return new TelemetryOptions(
                    Optional.ofNullable(telemetry), Optional.ofNullable(otlp).map(URI::create));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--otlp: " + e.getMessage());
        }
    }

    /// @param reasons taken when none was given
    InvestigationRequest request(List<String> reasons) {
        if (timeout < 1) {
            throw new UsageException("--timeout must be at least 1 second, not " + timeout);
        }
        Set<SkillId> ids = new LinkedHashSet<>();
        for (String skill : skills) {
            ids.add(skillId(skill.strip()));
        }
        String why = reason.isBlank() ? String.join(" ", reasons) : reason;
        return new InvestigationRequest(
                why, ids, Duration.ofSeconds(timeout), allowed(), choice(), strategy());
    }

    List<String> questions() {
        if (questions.stream().anyMatch(String::isBlank)) {
            throw new UsageException("--ask needs a question");
        }
        return List.copyOf(questions);
    }

    private ModelChoice choice() {
        String chosen = model;
        if (chosen == null) {
            if (baseUrl != null) {
                throw new UsageException("--base-url belongs to --model PROVIDER:MODEL");
            }
            return new ModelChoice.Usual();
        }
        try {
            return ModelChoice.parse(chosen.strip(), Optional.ofNullable(baseUrl));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }

    private Strategy strategy() {
        String chosen = strategy;
        try {
            return chosen == null ? Strategy.AGENT_LOOP : Strategy.parse(chosen.strip());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--strategy: " + e.getMessage());
        }
    }

    static SkillId skillId(String text) {
        try {
            return new SkillId(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Impact allowed() {
        String chosen = allow;
        if (chosen == null) {
            return Impact.LOW;
        }
        return switch (chosen.toLowerCase(Locale.ROOT)) {
            case "pause" -> Impact.PAUSE;
            case "heavy" -> Impact.HEAVY;
            default ->
                    throw new UsageException("--allow takes pause or heavy, not '" + chosen + "'");
        };
    }
}
