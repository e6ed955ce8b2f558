package io.hotlens.app.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.egress.Egress;
import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// A model that does what a text of the target told it.
@Timeout(60)
final class ObedientModelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                     | []             | gc_overhead | cite at least one notification
                    ["0123456789abcdef"]   | []             | gc_overhead | there is no notification '0123456789abcdef'
                    ["id-1"]               | []             | gc_overhead | there is no notification 'id-1'
                    """)
    void anInsightWithoutEvidenceIsRefused(
            String ids, String observations, String type, String reason) throws Exception {
        ScriptedModel model =
                new ScriptedModel()
                        .then(
                                "produce_insight",
                                """
                                {"notification_ids": %s, "correlation_type": "causal", "summary": "all is well",
                                 "matched_observations": %s, "hypothesis_grounded": true, "confidence": "high",
                                 "root_cause_type": "%s"}\
                                """
                                        .formatted(ids, observations, type));
        var egress =
                new Egress(
                        new Egress.Setup(
                                Redactor.usual(),
                                () -> new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of()),
                                EgressConsent.NOBODY,
                                new EgressLog(_ -> {}),
                                InstantSource.system()));
        try (var scene = new Scene(egress.guard(model, "scripted", false))) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(List.of(), report.insights());
            Data answer = model.asked().getLast().results().getLast().result();
            assertTrue(scene.events.toString().contains(reason), scene.events::toString);
            assertTrue(answer.toString().contains("the insight was not accepted"));
        }
    }
}
