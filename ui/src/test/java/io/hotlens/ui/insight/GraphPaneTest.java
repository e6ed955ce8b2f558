package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.support.Samples;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class GraphPaneTest {

    private final List<NotificationId> opened = new CopyOnWriteArrayList<>();
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(new StackPane(graph(Samples.insight())), 900, 400));
        stage.show();
    }

    private Pane graph(Insight insight) {
        return GraphPane.of(
                CorrelationGraph.of(
                        insight,
                        List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog())),
                opened::add);
    }

    private static List<Node> styled(Pane pane, String style) {
        return pane.getChildren().stream()
                .filter(node -> node.getStyleClass().contains(style))
                .toList();
    }

    @Test
    void arrowKeysWalkFromCauseToSymptomAndEnterOpensTheEvidence(FxRobot robot) {
        Button root = robot.lookup(".graph-root").queryButton();
        robot.interact(root::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT).type(KeyCode.SPACE);
        assertEquals(List.of(Samples.starvation().id()), opened);
    }

    @Test
    void theRootCauseIsReadOutAsSuch(FxRobot robot) {
        Button root = robot.lookup(".graph-root").queryButton();
        assertTrue(root.getAccessibleText().startsWith("root cause, deadlock: 2 threads wait"));
    }

    @Test
    void eachKindOfCorrelationHasItsOwnLine(FxRobot robot) {
        robot.interact(
                () -> {
                    Pane causal = graph(Samples.insight());
                    assertEquals(2, styled(causal, "edge-causal").size());
                    assertEquals(2, styled(causal, "edge-tip").size());
                    assertEquals(1, styled(causal, "edge-temporal").size());
                    assertEquals(0, styled(causal, "edge-ungrounded").size());
                    Pane guess = graph(Samples.guess());
                    assertEquals(2, styled(guess, "edge-symptomatic").size());
                    assertEquals(2, styled(guess, "edge-ungrounded").size());
                    assertEquals(1, styled(guess, "graph-hidden").size());
                });
    }
}
