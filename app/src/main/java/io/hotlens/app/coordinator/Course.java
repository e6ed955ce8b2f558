package io.hotlens.app.coordinator;

import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The course of a run as its transcript tells it.
///
/// @param opening as [CoordinatorPrompt] wrote it
/// @param news what was told since
/// @param results of the calls that were made
record Course(Data.Fields opening, List<Data.Fields> news, List<Transcript.ToolResult> results) {

    private static final String INSIGHT = "produce_insight";
    private static final Set<String> ENDS = Set.of("operator_completed", "operator_crashed");

    static Course of(Transcript transcript) {
        List<Data.Fields> told = transcript.told().stream().map(Course::fields).toList();
        return new Course(told.getFirst(), told.subList(1, told.size()), transcript.results());
    }

    private static Data.Fields fields(Data data) {
        return data instanceof Data.Fields fields ? fields : Data.fields().build();
    }

    private static Stream<String> texts(List<Data> items) {
        return items.stream()
                .flatMap(d -> d instanceof Data.Text(String t) ? Stream.of(t) : Stream.empty());
    }

    /// What worries the user.
    String reason() {
        return opening.text("reason").orElse("");
    }

    /// Ids of the skills that can be used.
    List<String> usable() {
        return opening.items("skills").stream()
                .flatMap(skill -> fields(skill).text("id").stream())
                .toList();
    }

    /// Ids of the skills that the user named.
    List<String> named() {
        return texts(opening.items("named")).toList();
    }

    /// How the operators ended that have ended: `{skill, state, outcome, detail, ...}`.
    List<Data.Fields> ends() {
        return news.stream().filter(n -> ENDS.contains(n.text("news").orElse(""))).toList();
    }

    /// The skills whose operators were started and have not told their end.
    Set<String> running() {
        var running = new LinkedHashSet<String>();
        results.stream()
                .filter(result -> result.call().name().equals("invoke_operators"))
                .forEach(r -> texts(fields(r.result()).items("started")).forEach(running::add));
        ends().forEach(end -> running.remove(end.text("skill").orElse("")));
        return running;
    }

    /// Why the insight that was proposed last was not accepted; empty when it was, or when the last
    /// call was another one.
    Optional<String> refusal() {
        return results.isEmpty() || !isRefused(results.getLast())
                ? Optional.empty()
                : fields(results.getLast().result()).text("error").map(this::withReasons);
    }

    private String withReasons(String error) {
        List<String> reasons = texts(fields(results.getLast().result()).items("reasons")).toList();
        return reasons.isEmpty() ? error : error + ": " + String.join("; ", reasons);
    }

    static boolean isRefused(Transcript.ToolResult result) {
        return result.call().name().equals(INSIGHT)
                && fields(result.result()).get("error").isPresent();
    }

    /// Whether an insight was accepted.
    boolean hasInsight() {
        return results.stream().anyMatch(r -> r.call().name().equals(INSIGHT) && !isRefused(r));
    }
}
