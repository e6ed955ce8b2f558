package io.hotlens.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.ScriptedEgress;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// The dialog before the real gate.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class EgressDialogTest {

    private final ScriptedEgress gate = new ScriptedEgress();
    private final BlockingQueue<String> ended = new ArrayBlockingQueue<>(4);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("behind")), 1000, 760));
        stage.show();
        gate.session()
                .askWith(
                        new EgressDialog(
                                new FxThread(), stage, "checkout-service", gate.session()::forbid));
    }

    private Thread ask(Data content) {
        return Thread.ofVirtual()
                .name("asking-test")
                .start(
                        () -> {
                            try {
                                gate.ask(content);
                                ended.add("sent");
                            } catch (InterruptedException _) {
                                ended.add("interrupted");
                            } catch (RuntimeException e) {
                                ended.add(String.valueOf(e.getMessage()));
                            }
                        });
    }

    private String end() throws InterruptedException {
        return String.valueOf(ended.poll(10, TimeUnit.SECONDS));
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private static String everything(FxRobot robot) {
        var all = new StringBuilder();
        robot.lookup(node -> node instanceof Labeled || node instanceof TextInputControl)
                .queryAll()
                .forEach(
                        node ->
                                all.append(
                                                node instanceof Labeled label
                                                        ? label.getText()
                                                        : ((TextInputControl) node).getText())
                                        .append('\n'));
        return all.toString();
    }

    @Test
    void itShowsWhoGetsWhatAndWhatStaysHere(FxRobot robot) throws InterruptedException {
        ask(ScriptedEgress.content());
        Eventually.that("it is asked", () -> sees(robot, "Send nothing"));
        String changes = everything(robot);
        assertTrue(
                changes.contains(
                        "Send this to " + ScriptedEgress.MODEL + ", about checkout-service?"),
                changes);
        assertTrue(changes.contains("/srv/shop/orders"), changes);
        assertTrue(changes.contains("path-1"), changes);
        robot.clickOn("#egress-text");
        String exact = robot.lookup("#egress-exact").queryAs(TextArea.class).getText();
        assertTrue(exact.contains("slow since path-1 grows"), exact);
        assertFalse(exact.contains("/srv/shop"), exact);
        assertFalse((changes + everything(robot)).contains("hunter2"));
        robot.clickOn("Send nothing");
        assertTrue(end().contains("you did not agree"));
        assertEquals(0, gate.session().log().entries().size());
    }

    @Test
    void anEnterThatWasMeantForTheWindowSendsNothing(FxRobot robot) throws InterruptedException {
        ask(Data.of("first"));
        Eventually.that("it is asked", () -> sees(robot, "Send nothing"));
        robot.type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        assertTrue(end().contains("you did not agree"));
        assertEquals(0, gate.session().log().entries().size());
    }

    @Test
    void onceAndTheWholeSessionAreToldApart(FxRobot robot) throws InterruptedException {
        ask(Data.of("first"));
        Eventually.that("it is asked", () -> sees(robot, "Send this one"));
        robot.clickOn("Send this one");
        assertEquals("sent", end());
        ask(Data.of("second"));
        Eventually.that("it is asked again", () -> sees(robot, "Send all of this session"));
        robot.clickOn("Send all of this session");
        assertEquals("sent", end());
        ask(Data.of("third"));
        assertEquals("sent", end());
        assertEquals(3, gate.session().log().entries().size());
    }

    @Test
    void neverForThisTargetIsKept(FxRobot robot) throws InterruptedException {
        ask(Data.of("first"));
        Eventually.that("it is asked", () -> sees(robot, "Never for this target"));
        robot.clickOn("Never for this target");
        assertTrue(end().contains("nothing was sent"));
        assertEquals(Mode.NEVER, gate.choices().of(gate.session().target()).mode());
        assertEquals(Mode.ASK, gate.choices().usual().mode());
        ask(Data.of("second"));
        assertTrue(end().contains("nothing of this target may leave"));
    }

    @Test
    void aCancelledRunTakesItsQuestionAway(FxRobot robot) throws InterruptedException {
        Thread asking = ask(Data.of("first"));
        Eventually.that("it is asked", () -> sees(robot, "Send nothing"));
        asking.interrupt();
        assertEquals("interrupted", end());
        Eventually.that("the question is gone", () -> !sees(robot, "Send nothing"));
    }
}
