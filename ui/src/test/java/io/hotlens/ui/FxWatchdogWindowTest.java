package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.fail;

import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FxWatchdog;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;

/// Nothing that the window does holds the JavaFX thread: a way through all screens is gone once so
/// that classes are loaded and compiled, and once more under the eyes of a watchdog.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class FxWatchdogWindowTest {

    private static final int PASSES = 6;

    @TempDir Path folder;
    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) {
        wiring =
                Noon.show(
                        stage,
                        new Engine(
                                () -> List.of(Samples.process(4711, "Checkout", "--port=8080")),
                                _ -> new ScriptedSession()),
                        folder,
                        760);
        shown = new Shown(stage.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    /// Opens a target, has it investigated, looks at every screen, and closes it.
    private void through(FxRobot robot) {
        var session = new ScriptedSession();
        robot.interact(() -> wiring.shell().open(session));
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> wiring.shell().show(screen));
            robot.interact(() -> {});
            if (screen == ScreenId.INSIGHTS) {
                Eventually.that("the graph is drawn", () -> shown.has("#graph"));
            }
        }
        robot.interact(() -> wiring.shell().put(Over.PALETTE));
        robot.interact(() -> wiring.shell().put(Over.NOTHING));
        robot.interact(wiring.shell()::openSettings);
        robot.interact(wiring.shell()::closeSettings);
        robot.interact(() -> wiring.look().zoom(120));
        robot.interact(() -> wiring.look().zoom(100));
        robot.interact(() -> wiring.shell().close(wiring.shell().targets().getFirst()));
    }

    /// What we do holds the thread each time; a machine short of everything does so once.
    @Test
    void noScreenHoldsTheThread(FxRobot robot) {
        through(robot);
        List<FxWatchdog.Block> blocks = List.of();
        for (int pass = 0; pass < PASSES; pass++) {
            var watchdog = FxWatchdog.start();
            try (watchdog) {
                through(robot);
            }
            blocks = watchdog.blocks();
            if (blocks.isEmpty()) {
                return;
            }
        }
        fail("held in each of " + PASSES + " passes, in the last by " + blocks);
    }
}
