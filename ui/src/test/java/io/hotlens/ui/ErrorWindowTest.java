package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.error.Faults;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.support.Shown;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What the user sees of an exception that nothing has caught.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ErrorWindowTest {

    @TempDir static Path folder;

    private Thread.@Nullable UncaughtExceptionHandler before;
    private Wiring wiring;
    private Stage primary;

    @Start
    void start(Stage stage) {
        primary = stage;
        var settings = new ScriptedSettings(folder);
        wiring =
                new Wiring(
                        stage,
                        new Engine(List::of, _ -> new ScriptedSession()),
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        stage.setScene(wiring.scene());
        stage.show();
        before = Thread.getDefaultUncaughtExceptionHandler();
        var faults = new Faults(new FxThread(), InstantSource.system());
        wiring.tell(faults);
        Thread.setDefaultUncaughtExceptionHandler(faults);
    }

    @AfterEach
    void close(FxRobot robot) {
        Thread.setDefaultUncaughtExceptionHandler(before);
        robot.interact(wiring::close);
    }

    private List<Window> others() {
        return Window.getWindows().stream().filter(one -> !one.equals(primary)).toList();
    }

    private Shown error() {
        return new Shown(others().getFirst().getScene());
    }

    private String text(String selector) {
        return ((Labeled) error().node(selector)).getText();
    }

    private static void breakDown() {
        throw new IllegalStateException("the list is empty, token=sk-abcdefghijklmnop1234567890");
    }

    @Test
    void oneWindowTellsCountsCopiesAndLetsTheUserGoOn(FxRobot robot) {
        new FxThread().execute(ErrorWindowTest::breakDown);
        Eventually.that("it is told", () -> others().size() == 1);
        assertEquals("IllegalStateException in ErrorWindowTest.breakDown", text("#error-what"));

        Thread.ofVirtual().start(ErrorWindowTest::breakDown);
        for (int i = 0; i < 20; i++) {
            new FxThread().execute(ErrorWindowTest::breakDown);
        }
        Eventually.that(
                "it is counted", () -> text("#error-count").equals("It happened 22 times."));
        assertEquals(1, others().size());

        robot.clickOn(error().node("#error-copy"));
        String report = ((TextArea) error().node("#error-report")).getText();
        assertTrue(report.contains("ErrorWindowTest.breakDown"), report);
        assertTrue(!report.contains("sk-abcdefgh"), report);
        robot.interact(
                () -> assertEquals(report, Clipboard.getSystemClipboard().getString(), "copied"));
        robot.clickOn(error().node("#error-continue"));
        Eventually.that("it is gone", () -> others().isEmpty());
        assertTrue(primary.isShowing());
    }
}
