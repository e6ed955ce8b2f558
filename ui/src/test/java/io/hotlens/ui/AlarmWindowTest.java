package io.hotlens.ui;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryOptions;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.demo.LateLeakDemo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Connector;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Fonts;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A JVM that is well for a while and then leaks is noticed, told of in the inbox and explained
/// while the user only looks.
@Tag("patient")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class AlarmWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @TempDir static Path folder;

    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        var config = new ConfigFolder(folder);
        Files.writeString(config.settings(), "{\"monitor\": {\"triggers_per_hour\": 60}}");
        var sessions = new SessionFactory(Connector::open, SkillCatalog.builtIn(), config);
        var history =
                new HistoryKeeper(
                        folder.resolve("history.db"),
                        () -> HistoryOptions.DEFAULT,
                        InstantSource.system());
        wiring =
                new Wiring(
                        stage,
                        new Engine(sessions::localJvms, sessions::open),
                        new Wiring.Kept(
                                SettingsEngine.of(sessions),
                                folder.resolve("recent.json"),
                                history),
                        InstantSource.system());
        stage.setScene(wiring.scene());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        shown = new Shown(stage.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    @Test
    void isExplainedWithoutAClick(FxRobot robot) {
        try (Patient patient =
                Patient.start(
                        Demo.LATE_LEAK,
                        Jdk.supported().getLast(),
                        "-D" + LateLeakDemo.DELAY + "=36000",
                        "-Dhotlens.monitor.learning_duration_ms=30000",
                        "-Dhotlens.monitor.z_threshold=1",
                        "-Dhotlens.monitor.cooldown_duration_ms=10000")) {
            String pid = Long.toString(patient.pid());
            Eventually.that(
                    "the JVM is listed",
                    () ->
                            shown.has("#jvm-list")
                                    && shown.list("#jvm-list").getItems().stream()
                                            .anyMatch(row -> row.toString().contains(pid)));
            robot.clickOn("#jvm-search").write(pid).type(KeyCode.ENTER);
            Eventually.within(
                    Duration.ofSeconds(40), "it learns", () -> shown.shows("monitor: learns"));
            robot.clickOn("#tab-insights");
            Eventually.within(
                    PATIENCE, "it is explained", () -> shown.shows("LateLeakDemo$Session"));
            robot.clickOn("#tab-inbox");
            Eventually.that("it is in the inbox", () -> shown.shows("LateLeakDemo$Session grew"));
        }
    }
}
