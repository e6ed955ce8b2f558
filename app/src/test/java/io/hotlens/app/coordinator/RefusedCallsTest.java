package io.hotlens.app.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.trace.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class RefusedCallsTest {

    private static void assertFailed(Scene scene, String reason) {
        CoordinatorReport report = scene.coordinator.run();

        var failed = assertInstanceOf(Outcome.Failed.class, report.outcome());
        assertTrue(failed.reason().contains(reason), failed.reason());
        assertEquals(
                3,
                scene.events.stream().filter(CoordinatorEvent.Rejected.class::isInstance).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    resolve          | {}                                     | there is no tool 'resolve'
                    produce_insight  | {"notification_ids": ["x"], "correlation_type": "causal", "summary": "s", "matched_observations": []} | there is no notification 'x'
                    produce_insight  | {"notification_ids": [], "correlation_type": "causal", "summary": "s", "matched_observations": []} | cite at least one notification
                    update_notification_statuses | {"notification_ids": ["x"], "status": "resolved"} | there are no such notifications
                    invoke_operators | {"skills": ["magic"]}                  | there are no such usable skills
                    message_operator | {"skill": "gc", "message": "well?"}    | was not invoked
                    """)
    void threeInventedCallsInARowEndTheInvestigation(String tool, String arguments, String reason) {
        var model = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            model.then(tool, arguments);
        }
        try (var scene = new Scene(model)) {
            assertFailed(scene, reason);
        }
    }

    @Test
    void endThatIsAskedForThreeTimesWhileOperatorsRunFailsAndStopsThem() {
        var model = new ScriptedModel().then("invoke_operators", "{\"skills\": [\"gc\"]}");
        for (int i = 0; i < 3; i++) {
            model.then("done", "");
        }
        var operator = new ScriptedModel().thenHanging(new CountDownLatch(1));
        try (var scene = new Scene(model, Scene.GC, operator, 0)) {
            assertFailed(scene, "operators still run: [gc]");
        }
    }
}
