package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Pages of targets that nobody has looked at for a while are garbage, and come back as they were.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class DroppedViewsTest {

    private static final int OTHERS = 5;
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final ScriptedSession session = session();
    private Stage window;
    private Wiring wiring;
    private Shown shown;

    private static ScriptedSession session() {
        return new ScriptedSession(SkillCatalog.builtIn().skills());
    }

    @Start
    void start(Stage keepsEvents) {
        window = new Stage(); // of the one that is given, all events are kept with their nodes
        wiring = Noon.show(window, new Engine(() -> List.of(), _ -> session()), folder, 900);
        shown = new Shown(window.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    wiring.close();
                    window.hide();
                });
    }

    @Test
    void nothingHoldsThePagesOfATargetThatWasLeft(FxRobot robot) {
        open(robot, session);
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        Eventually.that("it is told", () -> shown.shows("Inbox  3"));
        Map<ScreenId, WeakReference<Node>> pages = pages(robot);

        for (int i = 0; i < OTHERS; i++) {
            open(robot, session());
        }
        try {
            Eventually.within(LONG, "all are garbage", () -> held(pages).isEmpty());
        } catch (AssertionError e) {
            assertEquals(List.of(), held(pages));
        }
    }

    @Test
    void whatWasChosenIsStillChosenWhenATargetIsShownAgain(FxRobot robot) {
        open(robot, session);
        OpenTarget first = wiring.shell().selected().get().orElseThrow();
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        Eventually.that("it is told", () -> shown.shows("Inbox  3"));
        robot.interact(() -> wiring.shell().show(ScreenId.INBOX));
        robot.clickOn("#inbox-filter").write("lock");
        Node before = page();
        for (int i = 0; i < OTHERS; i++) {
            open(robot, session());
        }

        robot.interact(() -> wiring.shell().select(first));

        assertNotSame(before, page());
        assertEquals("lock", robot.lookup("#inbox-filter").queryTextInputControl().getText());
    }

    private void open(FxRobot robot, ScriptedSession opened) {
        robot.interact(() -> wiring.shell().open(opened));
    }

    private Map<ScreenId, WeakReference<Node>> pages(FxRobot robot) {
        var pages = new EnumMap<ScreenId, WeakReference<Node>>(ScreenId.class);
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> wiring.shell().show(screen));
            Eventually.that(screen + " is laid out", () -> isLaidOut(page()));
            robot.interact(() -> pages.put(screen, new WeakReference<>(page())));
        }
        return pages;
    }

    private Node page() {
        return ((BorderPane) shown.node(".target")).getCenter();
    }

    private static boolean isLaidOut(Node page) {
        return page.getLayoutBounds().getWidth() > 0;
    }

    private static List<ScreenId> held(Map<ScreenId, WeakReference<Node>> pages) {
        System.gc();
        return pages.entrySet().stream()
                .filter(page -> page.getValue().get() != null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
