package io.hotlens.app.rules;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers a question about an investigation without knowing words: it quotes what the record has
/// on the words of the question, and lets operators look again when the question is about now.
final class ChatRules {

    private static final String ASKED = "send_operators";
    private static final Set<String> NOW = Set.of("again", "now", "still", "currently", "recheck");

    /// Words of questions that say nothing of what they are about.
    private static final Set<String> EMPTY =
            Set.of(
                    "what", "which", "when", "where", "does", "have", "with", "that", "this",
                    "there", "about", "should", "could", "would", "from", "them", "they", "been",
                    "were", "will", "your", "more", "tell", "show", "mean");

    private static final int SHORTEST_WORD = 3;

    private final Moves moves;
    private final Set<String> words;

    ChatRules(Moves moves) {
        this.moves = moves;
        this.words = words(moves.opening().text("question").orElse(""));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    ToolCall next() {
        if (!moves.of(ASKED).isEmpty()) {
            return lookedAgain(moves.of(ASKED).getLast());
        }
        Set<String> skills = words.stream().anyMatch(NOW::contains) ? toLookAt() : Set.of();
        return skills.isEmpty() ? fromRecord() : moves.call(ASKED, look(skills));
    }

    private FieldsBuilder look(Set<String> skills) {
        return Data.fields()
                .put("skills", skills.stream().map(Data::of).toList())
                .put("context", moves.opening().text("question").orElse(""));
    }

    /// The skills that the question names, else those that found something.
    private Set<String> toLookAt() {
        Set<String> named =
                fields(moves.opening().items("skills"))
                        .map(skill -> skill.text("id").orElse(""))
                        .filter(words::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return named.isEmpty()
                ? record("notifications")
                        .map(one -> one.text("operator").orElse(""))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : named;
    }

    private static Stream<Data.Fields> fields(List<Data> items) {
        return items.stream()
                .flatMap(one -> one instanceof Data.Fields f ? Stream.of(f) : Stream.of());
    }

    private Stream<Data.Fields> record(String list) {
        return moves.opening().get("record").stream()
                .flatMap(r -> r instanceof Data.Fields f ? fields(f.items(list)) : Stream.of());
    }

    private ToolCall lookedAgain(Moves.Move look) {
        List<Data.Fields> found = fields(look.answer().items("notifications")).toList();
        var lines = new ArrayList<String>();
        fields(look.answer().items("operators"))
                .map(
                        operator ->
                                "%s looked again: %s, %s findings."
                                        .formatted(
                                                operator.text("skill").orElse(""),
                                                operator.text("state").orElse(""),
                                                (int)
                                                        operator.number("notifications")
                                                                .orElse(0.0)
                                                                .doubleValue()))
                .forEach(lines::add);
        found.forEach(one -> lines.add(observation(one)));
        return answer(lines, found);
    }

    private ToolCall fromRecord() {
        List<Data.Fields> insights = about(record("insights").toList());
        List<Data.Fields> findings = about(record("notifications").toList());
        if (insights.isEmpty() && findings.isEmpty()) {
            insights = record("insights").toList();
            findings = insights.isEmpty() ? record("notifications").toList() : List.of();
        }
        var lines = new ArrayList<String>();
        insights.forEach(one -> lines.add(conclusion(one)));
        findings.forEach(one -> lines.add(observation(one)));
        if (lines.isEmpty()) {
            lines.add("Nothing wrong was found by " + lookers() + ".");
        }
        lines.add(
                "This is what the record says on the words of the question; the built-in rules"
                        + " cannot discuss it.");
        return answer(lines, Stream.concat(insights.stream(), findings.stream()).toList());
    }

    private String lookers() {
        String skills =
                record("operators")
                        .map(operator -> operator.text("skill").orElse(""))
                        .collect(Collectors.joining(", "));
        return skills.isEmpty() ? "anybody: no operator has looked" : skills;
    }

    /// Those that share a word with the question.
    private List<Data.Fields> about(List<Data.Fields> items) {
        return items.stream().filter(this::isAbout).toList();
    }

    private boolean isAbout(Data.Fields item) {
        return Stream.of(
                        "operator",
                        "anomaly_type",
                        "subject",
                        "observation",
                        "root_cause_type",
                        "root_cause_subject",
                        "summary")
                .flatMap(name -> item.text(name).stream())
                .flatMap(text -> words(text).stream())
                .anyMatch(words::contains);
    }

    private static String conclusion(Data.Fields insight) {
        String advice = insight.text("recommendation").orElse("");
        return "%s Confidence %s: %s.%s"
                .formatted(
                        sentence(insight.text("summary").orElse("")),
                        insight.text("confidence").orElse(""),
                        insight.text("because").orElse(""),
                        advice.isBlank() ? "" : " What to do: " + sentence(advice));
    }

    private static String observation(Data.Fields finding) {
        return "%s (%s): %s"
                .formatted(
                        finding.text("operator").orElse(""),
                        finding.text("severity").orElse(""),
                        sentence(finding.text("observation").orElse("")));
    }

    private static String sentence(String text) {
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text + ".";
    }

    private ToolCall answer(List<String> lines, List<Data.Fields> cited) {
        return moves.call(
                "answer",
                Data.fields()
                        .put("text", String.join("\n", lines))
                        .put(
                                "cites",
                                cited.stream()
                                        .flatMap(one -> one.get("id").stream())
                                        .distinct()
                                        .toList()));
    }
}
