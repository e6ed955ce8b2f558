package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.Connector;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Fonts;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// What somebody does who has read nothing, over the real engine and a real demo JVM; two skills
/// are enough for its illness, and are done in seconds.
@Tag("patient")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class NewUserTest {

    private static final int MOST_CLICKS = 8;

    @TempDir static Path folder;

    private Wiring wiring;
    private Shown shown;
    private int clicks;

    @Start
    void start(Stage stage) {
        Fonts.load();
        var skills =
                new SkillCatalog(
                        SkillCatalog.builtIn().skills().stream()
                                .filter(
                                        skill ->
                                                Set.of("base", "threads")
                                                        .contains(skill.id().value()))
                                .toList());
        var sessions = new SessionFactory(Connector::open, skills, new ConfigFolder(folder));
        wiring =
                new Wiring(
                        stage,
                        new Engine(sessions::localJvms, sessions::open),
                        new Wiring.Kept(
                                SettingsEngine.of(sessions),
                                folder.resolve("recent.json"),
                                sessions.history()),
                        InstantSource.system());
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

    private void click(FxRobot robot, Node node) {
        robot.clickOn(node);
        clicks++;
    }

    @Test
    void fromTheStartToTheCauseAndACallbackItIsEightClicksAtMost(FxRobot robot) {
        click(robot, shown.node("#start-demo"));
        Eventually.within(
                Duration.ofSeconds(30), "the demo is open", () -> shown.has("#investigate"));

        click(robot, shown.node("#investigate"));
        Eventually.within(
                Duration.ofSeconds(60), "the cause is told", () -> shown.has(".insight-card"));
        assertTrue(shown.shows("Take the locks in the same order everywhere"), "what to do");
        Eventually.within(
                Duration.ofSeconds(60),
                "the run ends",
                () -> shown.node("#investigate").isVisible());

        click(robot, shown.node(".evidence-chip"));
        Eventually.that("its facts are shown", () -> shown.has("#to-acknowledged"));
        assertTrue(shown.shows("order-writer"), "who is deadlocked");

        click(robot, shown.node("#to-acknowledged"));
        Eventually.that(
                "it is acknowledged",
                () ->
                        wiring.shell().targets().getFirst().session().notifications().all().stream()
                                .anyMatch(e -> e.status() == NotificationStatus.ACKNOWLEDGED));

        click(robot, shown.node("#tab-console"));
        Eventually.that("the callbacks are listed", () -> shown.has("#callbacks .tree-cell"));
        TreeView<?> callbacks = (TreeView<?>) shown.node("#callbacks");
        TreeCell<?> area = row(0);
        click(robot, area.getDisclosureNode());
        Eventually.that("they unfold", () -> callbacks.getTreeItem(0).isExpanded());
        String name = text(row(1));
        click(robot, row(1));
        Eventually.that("it can be run", () -> shown.node("#run-callback").isVisible());
        click(robot, shown.node("#run-callback"));
        Eventually.that("it has answered", () -> shown.has(".console-entry"));
        String call = name.substring(0, name.indexOf('('));
        assertTrue(shown.shows("return " + call + "()"), shown.texts()::toString);
        assertTrue(shown.has(".console-entry .data-tree"), shown.texts()::toString);

        assertTrue(clicks <= MOST_CLICKS, () -> clicks + " clicks");
        assertEquals(1, wiring.shell().targets().size());
    }

    private TreeCell<?> row(int index) {
        return shown.scene().getRoot().lookupAll("#callbacks .tree-cell").stream()
                .filter(TreeCell.class::isInstance)
                .map(cell -> (TreeCell<?>) cell)
                .filter(cell -> cell.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Labeled cell) {
        return String.valueOf(cell.getText());
    }
}
