package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Picture;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Fonts;
import io.hotlens.ui.theme.Theme;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;

/// The main screens look as in `src/test/resources/pictures`. After a change that is meant: `mvn
/// -pl ui test -Dtest=PicturesTest -Dhotlens.pictures=write`, and look at them.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class PicturesTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "pictures");
    private static final Path FOUND = Path.of("target", "pictures");
    private static final boolean WRITE = System.getProperty("hotlens.pictures", "").equals("write");

    @TempDir static Path folder;

    private final ScriptedSession session = new ScriptedSession(SkillCatalog.builtIn().skills());
    private final TimeZone zone = TimeZone.getDefault();
    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) {
        Fonts.load();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var settings = new ScriptedSettings(folder);
        wiring =
                new Wiring(
                        stage,
                        new Engine(
                                () -> List.of(Samples.process(4711, "checkout-service", "--p=8")),
                                _ -> session),
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        wiring.look().choose(Theme.LIGHT);
        stage.setScene(wiring.scene());
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
        shown = new Shown(stage.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
        TimeZone.setDefault(zone);
    }

    @Test
    void theMainScreensLookAsTheyDid(FxRobot robot) {
        Eventually.that("the JVMs are listed", () -> shown.has(".roomy-list .list-cell:filled"));
        compare("connect");
        robot.interact(() -> wiring.shell().open(session));
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        Eventually.that("it is told", () -> shown.shows("Inbox  3"));
        for (ScreenId screen :
                List.of(
                        ScreenId.OVERVIEW,
                        ScreenId.INVESTIGATE,
                        ScreenId.INBOX,
                        ScreenId.INSIGHTS,
                        ScreenId.CONSOLE)) {
            robot.interact(() -> wiring.shell().show(screen));
            if (screen == ScreenId.INSIGHTS) {
                Eventually.that("the graph is laid out", () -> shown.has("#graph"));
            }
            compare(screen.name().toLowerCase(Locale.ROOT));
        }
        for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST)) {
            robot.interact(
                    () -> {
                        wiring.look().choose(theme);
                        wiring.shell().show(ScreenId.OVERVIEW);
                    });
            compare("overview-" + theme.word());
        }
    }

    private void compare(String name) {
        Path expected = EXPECTED.resolve(name + ".png");
        var found = new AtomicReference<>(now());
        if (WRITE) {
            Eventually.that("it has settled", () -> found.getAndSet(drawn()).isAs(found.get()));
            found.get().write(expected);
            return;
        }
        Picture wanted = Picture.read(expected);
        try {
            Eventually.that(
                    name + " looks as in " + expected,
                    () -> {
                        found.set(drawn());
                        return found.get().isAs(wanted);
                    });
        } catch (AssertionError e) {
            found.get().write(FOUND.resolve(name + ".png"));
            throw new AssertionError(
                    "%s, but differs %s; it is in %s"
                            .formatted(e.getMessage(), found.get().differences(wanted), FOUND),
                    e);
        }
    }

    private Picture drawn() {
        return Picture.of(shown.scene());
    }

    private Picture now() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, this::drawn);
    }

    @Test
    void aButtonMoreIsADifference() {
        Picture connect = Picture.read(EXPECTED.resolve("connect.png"));
        assertEquals(List.of(), connect.differences(connect));
        assertNotEquals(List.of(), connect.differences(connect.covered(200, 200, 40, 14)));
    }
}
