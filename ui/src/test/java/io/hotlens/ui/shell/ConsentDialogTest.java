package io.hotlens.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.Consent.Decision;
import io.hotlens.app.access.Consent.Question;
import io.hotlens.skills.skill.Cost;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.support.Eventually;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ConsentDialogTest {

    private static final Question QUESTION =
            new Question(
                    "heap_top_classes",
                    Cost.heavy(Duration.ofMillis(740), "2,100,000 live objects"));

    private final BlockingQueue<Decision> answers = new ArrayBlockingQueue<>(1);
    private ConsentDialog dialog;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("behind")), 900, 600));
        stage.show();
        dialog = new ConsentDialog(new FxThread(), stage, "checkout-service");
    }

    private Thread ask() {
        return Thread.ofVirtual()
                .name("asking-test")
                .start(
                        () -> {
                            try {
                                answers.add(dialog.ask(QUESTION));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    @Test
    void theQuestionNamesCallTargetCostAndItsReason(FxRobot robot) throws InterruptedException {
        ask();
        Eventually.that(
                "the question is asked",
                () -> sees(robot, "Run heap_top_classes on checkout-service?"));
        assertTrue(
                sees(
                        robot,
                        "It would make the target stand still for about 740 ms (2,100,000 live"
                                + " objects)."));
        robot.clickOn("Refuse");
        assertEquals(Decision.REFUSE, answers.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void onceAndAlwaysAreToldApart(FxRobot robot) throws InterruptedException {
        ask();
        Eventually.that("the question is asked", () -> sees(robot, "Run it once"));
        robot.clickOn("Run it once");
        assertEquals(Decision.ONCE, answers.poll(10, TimeUnit.SECONDS));
        Eventually.that("the dialog is gone", () -> !sees(robot, "Run it once"));
        ask();
        Eventually.that("it is asked again", () -> sees(robot, "Always on this target"));
        robot.clickOn("Always on this target");
        assertEquals(Decision.ALWAYS, answers.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aCancelledInvestigationTakesItsQuestionAway(FxRobot robot) {
        Thread asking = ask();
        Eventually.that("the question is asked", () -> sees(robot, "Refuse"));
        asking.interrupt();
        Eventually.that("the question is gone", () -> !sees(robot, "Refuse"));
    }
}
