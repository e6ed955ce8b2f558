package io.hotlens.skills.builtin.rules;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs every rule over one recording.
final class RuleEvaluation {

    private static final int THREADS = 2;

    /// Held here, because a logger that nobody holds forgets its level. It complains of events that
    /// newer JDKs write with fewer fields.
    private static final Logger NOISE = Logger.getLogger("org.openjdk.jmc");

    static {
        NOISE.setLevel(Level.OFF);
    }

    private RuleEvaluation() {}

    /// The results, the worst first. Interrupting the caller ends it.
    ///
    /// @throws IOException when the file is not a recording
    static List<RuleResult> of(Path recording) throws IOException, InterruptedException {
        Map<IRule, Future<IResult>> running =
                RulesToolkit.evaluateParallel(
                        RuleRegistry.getRules(),
                        load(recording),
                        IPreferenceValueProvider.DEFAULT_VALUES,
                        THREADS);
        var results = new ArrayList<RuleResult>();
        try {
            for (Map.Entry<IRule, Future<IResult>> one : running.entrySet()) {
                results.add(result(one.getKey(), one.getValue()));
            }
        } finally {
            running.values().forEach(future -> future.cancel(true));
        }
        results.sort(
                Comparator.comparing(RuleResult::grade)
                        .thenComparingDouble(RuleResult::score)
                        .reversed()
                        .thenComparing(RuleResult::id));
        return results;
    }

    private static IItemCollection load(Path recording) throws IOException {
        try {
            return JfrLoaderToolkit.loadEvents(recording.toFile());
        } catch (CouldNotLoadRecordingException e) {
            throw new IOException("not a recording: " + recording.getFileName(), e);
        }
    }

    /// A rule that fails says nothing about the target.
    private static RuleResult result(IRule rule, Future<IResult> future)
            throws InterruptedException {
        try {
            IResult result = future.get();
            IQuantity score = result.getResult(TypedResult.SCORE);
            return new RuleResult(
                    rule.getId(),
                    rule.getName(),
                    rule.getTopic(),
                    grade(result),
                    score == null ? -1 : score.doubleValue(),
                    text(result, result.getSummary()),
                    text(result, result.getExplanation()),
                    text(result, result.getSolution()));
        } catch (ExecutionException e) {
            return new RuleResult(
                    rule.getId(),
                    rule.getName(),
                    rule.getTopic(),
                    RuleResult.Grade.NOT_APPLICABLE,
                    -1,
                    "the rule failed: " + e.getCause(),
                    "",
                    "");
        }
    }

    private static RuleResult.Grade grade(IResult result) {
        return switch (result.getSeverity()) {
            case NA, IGNORE -> RuleResult.Grade.NOT_APPLICABLE;
            case OK -> RuleResult.Grade.OK;
            case INFO -> RuleResult.Grade.INFO;
            case WARNING -> RuleResult.Grade.WARNING;
        };
    }

    private static String text(IResult result, @Nullable String template) {
        return template == null ? "" : ResultToolkit.populateMessage(result, template, false);
    }
}
