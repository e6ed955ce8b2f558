package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.JvmAddress.LocalProcess;
import io.hotlens.skills.target.TargetException;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.theme.Theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The whole window over a session that follows a script.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class WindowTest {

    @TempDir static Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private Wiring wiring;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        var engine =
                new Engine(
                        () ->
                                List.of(
                                        Samples.process(4711, "Checkout", "--port=8080"),
                                        Samples.process(812, "Orders", "")),
                        address -> {
                            if (address.equals(new LocalProcess(812))) {
                                throw new TargetException.Denied(
                                        "Process 812 belongs to tomcat: run Hotlens as tomcat.");
                            }
                            return session;
                        });
        wiring = Noon.show(primary, engine, folder, 760);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    private void connect(FxRobot robot) {
        Eventually.that("the JVMs are listed", () -> list("#jvm-list").getItems().size() == 2);
        robot.clickOn("#jvm-search").write("8080").type(KeyCode.ENTER);
        Eventually.that("the target is open", () -> shows("checkout-service"));
    }

    private ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    private Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }

    private boolean has(String id) {
        return stage.getScene().lookup(id) != null;
    }

    /// Every text that can be seen, whatever kind of node shows it.
    private List<String> texts() {
        var texts = new ArrayList<String>();
        collect(stage.getScene().getRoot(), texts);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> texts.add(labeled.getText());
            case TextInputControl input -> texts.add(input.getText());
            case Text text -> texts.add(text.getText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private boolean shows(String part) {
        return texts().stream().anyMatch(text -> text.contains(part));
    }

    @Test
    void theSearchFindsAJvmAndEnterConnects(FxRobot robot) {
        connect(robot);
        assertTrue(shows("Java 25.0.3"));
        assertTrue(shows("pid 4711"));
        assertTrue(shows("Nobody has looked yet: click Investigate."));
    }

    @Test
    void aJvmThatCannotBeReachedSaysWhyAndStaysOnTheConnectScreen(FxRobot robot) {
        Eventually.that("the JVMs are listed", () -> list("#jvm-list").getItems().size() == 2);
        robot.clickOn("#jvm-search").write("orders").type(KeyCode.ENTER);
        Eventually.that("the problem is told", () -> has("#connect-problem"));
        assertTrue(shows("Cannot connect to Orders"));
        assertTrue(shows("Process 812 belongs to tomcat: run Hotlens as tomcat."));
    }

    @Test
    void investigatingShowsStepsFindingsAndTheRootCause(FxRobot robot) {
        connect(robot);
        robot.clickOn("#reason").write("hangs").clickOn("#investigate");
        Eventually.that("the steps come", () -> shows("Found 3 so far; looking for the cause."));
        assertEquals(List.of("hangs"), session.reasons());
        assertTrue(has("#cancel"));
        session.play(new Script(Samples.RUN).concluded(Samples.insight()).events());
        Eventually.that("the cause is told", () -> shows(Samples.insight().summary()));
        assertTrue(shows("Take the locks in one order everywhere."));
        assertTrue(shows("high confidence: the JVM itself reports the cycle and 2 skills agree"));
        TreeView<?> timeline = (TreeView<?>) node("#timeline");
        assertEquals(3, timeline.getRoot().getChildren().size());
    }

    private void ask(FxRobot robot, String question) {
        Eventually.that("a question can be asked", () -> !node("#question").isDisabled());
        robot.interact(() -> node("#question").requestFocus());
        robot.write(question).type(KeyCode.ENTER);
    }

    @Test
    void questionsAreAnsweredOrSayWhyNotAndCanBeStopped(FxRobot robot) {
        connect(robot);
        robot.clickOn("#reason").write("hangs").clickOn("#investigate");
        session.play(new Script(Samples.RUN).concluded(Samples.insight()).events());
        Eventually.that("the run has ended", () -> node("#question").getParent().isVisible());
        assertFalse(shows("Questions"), "none was asked yet");

        ask(robot, "which threads?");
        Eventually.that("the answer is shown", () -> shows("You asked: which threads?"));
        ask(robot, "fail");
        Eventually.that("the reason is shown", () -> shows("the key is wrong"));
        ask(robot, "wait");
        Eventually.that("it can be stopped", () -> has("#stop-asking"));
        assertTrue(shows("Reads what was found"));
        robot.interact(() -> ((Button) node("#stop-asking")).fire());
        Eventually.that("it was stopped", () -> shows("No answer: cancelled"));
    }

    @Test
    void cancelStopsAndTheFieldComesBack(FxRobot robot) {
        connect(robot);
        robot.clickOn("#investigate");
        Eventually.that("it runs", () -> node("#reason").isDisabled());
        robot.clickOn("#cancel");
        Eventually.that("it ended", () -> !node("#reason").isDisabled());
        assertTrue(shows("cancelled"));
    }

    @Test
    void theInboxIsWorkedByKeys(FxRobot robot) {
        connect(robot);
        session.play(Script.deadlocked().events());
        robot.clickOn("#tab-inbox");
        Eventually.that("all are unread", () -> shows("3 unread of 3."));
        robot.interact(() -> node("#inbox-list").requestFocus());
        robot.type(KeyCode.A);
        Eventually.that("one is acknowledged", () -> shows("2 unread of 3."));
        robot.type(KeyCode.J).type(KeyCode.R);
        Eventually.that("one is resolved", () -> shows("1 unread of 3."));
        robot.type(KeyCode.U);
        Eventually.that("it is unread again", () -> shows("2 unread of 3."));
        assertEquals(
                1,
                session.notifications().all().stream()
                        .filter(e -> e.status() == NotificationStatus.ACKNOWLEDGED)
                        .count());
    }

    @Test
    void theConsoleCompletesColoursRunsAndMarksAnError(FxRobot robot) {
        connect(robot);
        robot.clickOn("#tab-console");
        Eventually.that("the console is there", () -> has("#console-code"));
        robot.clickOn("#console-code").write("return gc_st").type(KeyCode.ENTER);
        CodeArea area = (CodeArea) node("#console-code");
        Eventually.that("it is completed", () -> area.getText().equals("return gc_stats()"));
        assertEquals(List.of("lua-keyword"), List.copyOf(area.getStyleOfChar(2)));
        assertEquals(List.of("lua-callback"), List.copyOf(area.getStyleOfChar(9)));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Eventually.that("the answer is shown", () -> shows("looked at 41 collections"));
        robot.interact(() -> area.replaceText("local x = 1\nnonsense()"));
        robot.interact(() -> ((Button) node("#console-run")).fire());
        Eventually.that("the error is told", () -> shows("line 2: attempt to call nil"));
        assertEquals(List.of("error-line"), List.copyOf(area.getParagraph(1).getParagraphStyle()));
    }

    @Test
    void aLostTargetIsGreyedAndSaysWhatIsBeingDone(FxRobot robot) {
        connect(robot);
        session.become(
                new ConnectionState.Lost(Samples.NOON.minusSeconds(12), "the process is stopped."));
        Eventually.that("the loss is told", () -> shows("No answer for 12 s"));
        assertTrue(shows("Hotlens keeps trying"));
        assertTrue(shows("old"));
        session.become(new ConnectionState.Connected(Samples.NOON));
        Eventually.that("it is back", () -> !shows("Hotlens keeps trying"));
        assertFalse(shows("old"));
    }

    @Test
    void anInsightOpensItsEvidenceInTheInbox(FxRobot robot) {
        connect(robot);
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        robot.clickOn("#tab-insights");
        Eventually.that("the graph is drawn", () -> has("#graph"));
        assertTrue(shows("deadlock causes thread_pool_starvation"));
        robot.clickOn("heap: queue_backlog");
        Eventually.that("the inbox is shown", () -> shows("3 unread of 3."));
        assertTrue(shows("12,480 tasks are queued"));
        assertTrue(shows("not measured: needs JDK 21 and a local target"));
    }

    @Test
    void digitsSwitchScreensAndTheThemeCanBeSwitched(FxRobot robot) {
        connect(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);
        Eventually.that("the console is shown", () -> has("#console-code"));
        Theme before = wiring.look().theme().get();
        robot.clickOn("#switch-theme");
        assertEquals(before.next(), wiring.look().theme().get());
    }

    @Test
    void severalTargetsCanBeOpenAndOneCanBeClosed(FxRobot robot) {
        connect(robot);
        var second = new ScriptedSession();
        robot.interact(() -> wiring.shell().open(second));
        assertEquals(2, wiring.shell().targets().size());
        robot.interact(() -> wiring.shell().close(wiring.shell().targets().getFirst()));
        Eventually.that("the session is closed", session::isClosed);
        assertFalse(second.isClosed());
        assertEquals(1, wiring.shell().targets().size());
    }
}
