package io.hotlens.app.coordinator;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.util.List;

/// What the model of a pipeline says.
final class PipelineAnswers {

    private PipelineAnswers() {}

    static ScriptedModel choosing(String... skills) {
        return new ScriptedModel()
                .then(
                        "classify",
                        "{\"intent\": \"question\", \"skills\": [\"%s\"], \"context\": \"at noon\"}"
                                .formatted(String.join("\", \"", skills)));
    }

    static Data.Fields content(Transcript question) {
        return assertInstanceOf(Data.Fields.class, question.told().getFirst());
    }

    static ToolCall insight(Transcript question, String type, String matched) {
        String id =
                content(question).items("notifications").stream()
                        .map(Data.Fields.class::cast)
                        .filter(n -> n.text("anomaly_type").orElseThrow().equals(type))
                        .findFirst()
                        .flatMap(n -> n.text("id"))
                        .orElseThrow();
        return new ToolCall(
                "id-1",
                "produce_insight",
                """
                {"notification_ids": ["%s"], "correlation_type": "symptomatic",
                 "summary": "the model says so", "matched_observations": ["%s"],
                 "root_cause_type": "%s", "confidence": "high"}\
                """
                        .formatted(id, matched, type));
    }

    static Reply says(String text, ToolCall... calls) {
        return new Reply(List.of(calls), text, new Usage(1, 1000, 50, 0.25));
    }

    static Reply saysGc(Transcript question) {
        return says("", insight(question, "gc_overhead", "40 % in collections"));
    }

    static List<String> summaries(CoordinatorReport report) {
        return report.insights().stream().map(Insight::summary).toList();
    }
}
