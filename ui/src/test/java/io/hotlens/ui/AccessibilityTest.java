package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedEgress;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Fonts;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a screen reader is told, and where Tab leads.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class AccessibilityTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) {
        Fonts.load();
        var settings = new ScriptedSettings(folder);
        settings.write(
                "{\"models\": {\"clients\": {\"claude\": {\"provider\": \"anthropic\"}, \"local\":"
                        + " {\"provider\": \"ollama\", \"model\": \"qwen3\"}}}}");
        wiring =
                new Wiring(
                        stage,
                        new Engine(
                                () -> List.of(Samples.process(4711, "Checkout", "")), _ -> session),
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        stage.setScene(wiring.scene());
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
        shown = new Shown(stage.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    private void open(FxRobot robot) throws InterruptedException {
        robot.interact(() -> wiring.shell().open(session));
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        session.gate().choose(new EgressPolicy(Mode.AUTOMATIC, Set.of()));
        session.gate().ask(ScriptedEgress.content());
        Eventually.that("it is over", () -> shown.shows("Inbox  3") && shown.shows("Sent  1"));
    }

    /// Controls that can have the focus, or be clicked, and are called nothing.
    private List<String> nameless() {
        var nameless = new ArrayList<String>();
        shown.visit(
                node -> {
                    if (node instanceof Control control
                            && control.isFocusTraversable()
                            && !isFrame(control)
                            && name(control).isBlank()) {
                        nameless.add(control.getClass().getSimpleName() + "#" + control.getId());
                    }
                });
        return nameless;
    }

    /// What only holds others has no name.
    private static boolean isFrame(Control control) {
        return control instanceof ScrollPane
                || control instanceof SplitPane
                || control instanceof ScrollBar
                || control instanceof Cell<?>;
    }

    private String name(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        if (control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        var names = new ArrayList<String>();
        shown.visit(
                node -> {
                    if (node instanceof Label label && control.equals(label.getLabelFor())) {
                        names.add(label.getText());
                    }
                });
        return String.join(" ", names);
    }

    @Test
    void everyControlOfEveryScreenHasAName(FxRobot robot) throws InterruptedException {
        Eventually.that("the JVMs are listed", () -> shown.has("#jvm-list"));
        assertEquals(List.of(), nameless(), "connect");
        open(robot);
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> wiring.shell().show(screen));
            Eventually.that(screen + " is shown", () -> true);
            assertEquals(List.of(), nameless(), screen::title);
        }
    }

    @Test
    void soHasEveryControlOfTheSettings(FxRobot robot) {
        robot.interact(() -> wiring.shell().openSettings());
        Eventually.that("they are read", () -> shown.has("#edit-claude"));
        assertEquals(List.of(), nameless());
        robot.interact(() -> ((javafx.scene.control.Button) shown.node("#edit-claude")).fire());
        Eventually.that("the form is open", () -> shown.has("#client-form"));
        assertEquals(List.of(), nameless());
    }

    @Test
    void soHasWhatLiesOverTheWindow(FxRobot robot) {
        for (Over over : Over.values()) {
            robot.interact(() -> wiring.shell().put(over));
            Eventually.that(over + " is shown", () -> true);
            assertEquals(List.of(), nameless(), over::name);
        }
    }

    @Test
    void tabWalksTheHeaderAsOneReads(FxRobot robot) throws InterruptedException {
        open(robot);
        var places = new ArrayList<Bounds>();
        var names = new ArrayList<String>();
        Shown.visit(
                shown.node(".target-header"),
                node -> {
                    if (node instanceof Control control
                            && control.isFocusTraversable()
                            && !control.isDisabled()) {
                        places.add(place(control));
                        names.add(Optional.ofNullable(control.getId()).orElse(""));
                    }
                });
        assertTrue(
                names.containsAll(List.of("model", "reason", "investigate", "tab-inbox")),
                names::toString);
        for (int i = 1; i < places.size(); i++) {
            Bounds before = places.get(i - 1);
            Bounds here = places.get(i);
            boolean nextLine = here.getMinY() >= before.getCenterY();
            assertTrue(
                    nextLine || here.getMinX() >= before.getMaxX() - 1,
                    names.get(i - 1) + " stands before " + names.get(i));
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
