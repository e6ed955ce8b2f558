package io.hotlens.ui;

import io.hotlens.app.demo.DemoProcess;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.target.Connector;
import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.theme.Fonts;
import io.hotlens.ui.theme.Theme;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.fxmisc.richtext.CodeArea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Draws every screen over a real demo JVM that was investigated, in every theme and two sizes,
/// into the folder of the first argument: `mvn -q -Pscreens`.
public final class LiveScreens extends Application {

    private static final Demo DEMO = Demo.DEADLOCK;
    private static final Duration LOOK_EVERY = Duration.millis(250);
    private static final int MOST_LOOKS = 480;

    /// Enough for the charts to have something to show.
    private static final Duration WATCH = Duration.seconds(20);

    private final DemoProcess demo = DemoProcess.start(DEMO);

    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(LiveScreens.class, args);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        Fonts.load();
        Thread.currentThread().setUncaughtExceptionHandler(LiveScreens::tell);
        Path folder = Path.of(getParameters().getRaw().getFirst());
        Files.createDirectories(folder);
        Path kept = Screenshots.temporary();
        var sessions =
                new SessionFactory(Connector::open, SkillCatalog.builtIn(), new ConfigFolder(kept));
        var wiring =
                new Wiring(
                        stage,
                        new Engine(
                                () ->
                                        sessions.localJvms().stream()
                                                .filter(jvm -> jvm.pid() == demo.pid())
                                                .toList(),
                                sessions::open),
                        new Wiring.Kept(
                                anywhere(SettingsEngine.of(sessions)),
                                kept.resolve("recent.json"),
                                sessions.history()),
                        InstantSource.system());
        Scene scene = wiring.scene();
        stage.setScene(scene);
        stage.show();
        wiring.begin(
                new WindowArguments(OptionalLong.of(demo.pid()), Optional.of("requests hang")));
        afterwards(wiring, MOST_LOOKS, () -> draw(wiring, stage, scene, folder));
    }

    @Override
    public void stop() {
        demo.close();
    }

    /// The headless platform has a screen of 1000 by 1000 and complains of each larger window; what
    /// is drawn into a picture is whole.
    private static void tell(Thread thread, Throwable cause) {
        boolean screen =
                Arrays.stream(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith("HeadlessWindow"));
        if (!screen) {
            System.err.println(thread.getName());
            cause.printStackTrace();
        }
    }

    /// The settings of a user whose folder is where most have it.
    private static SettingsEngine anywhere(SettingsEngine real) {
        return new SettingsEngine(
                Path.of("~", ".config", "hotlens", "settings.json"),
                real.read(),
                real.change(),
                real.clients(),
                real.check(),
                real.keepKey(),
                real.metrics());
    }

    /// Goes on when the investigation is over.
    private static void afterwards(Wiring wiring, int looks, Runnable next) {
        boolean over =
                wiring.shell().targets().stream()
                        .anyMatch(
                                target ->
                                        !target.investigate().running().get()
                                                && !target.model().findings().insights().isEmpty());
        if (looks == 0) {
            throw new IllegalStateException("the demo was not investigated within two minutes");
        }
        var pause = new PauseTransition(over ? WATCH : LOOK_EVERY);
        pause.setOnFinished(
                _ -> {
                    if (over) {
                        next.run();
                    } else {
                        afterwards(wiring, looks - 1, next);
                    }
                });
        pause.play();
    }

    private static void draw(Wiring wiring, Stage stage, Scene scene, Path folder) {
        var steps = new ArrayList<Step>();
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            for (Theme theme : Theme.values()) {
                steps.addAll(steps(wiring, theme, size, stage, scene));
            }
        }
        Runnable done =
                () -> {
                    wiring.close();
                    Platform.exit();
                };
        new Shots(scene, folder, steps, done).take();
    }

    private static List<Step> steps(
            Wiring wiring, Theme theme, int[] size, Stage stage, Scene scene) {
        String suffix = "-" + theme.word().replace('_', '-') + "-" + size[0] + ".png";
        var shell = wiring.shell();
        OpenTarget target = shell.targets().getFirst();
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        "connect" + suffix,
                        () -> {
                            stage.setWidth(size[0]);
                            stage.setHeight(size[1]);
                            wiring.look().choose(theme);
                            shell.put(Over.NOTHING);
                            shell.openHistory();
                            shell.connectAnother();
                        }));
        for (ScreenId screen : ScreenId.values()) {
            String name = screen.name().toLowerCase(Locale.ROOT);
            steps.add(
                    new Step(
                            name + suffix,
                            () -> {
                                shell.show(target, screen);
                                prepare(screen, scene);
                            }));
        }
        steps.add(
                new Step(
                        "history" + suffix,
                        () -> {
                            shell.openHistory();
                            if (scene.lookup("#history-list") instanceof ListView<?> list) {
                                list.getSelectionModel().selectFirst();
                            }
                        }));
        steps.add(new Step("settings" + suffix, shell::openSettings));
        steps.add(
                new Step(
                        "palette" + suffix,
                        () -> {
                            shell.select(target);
                            shell.put(Over.PALETTE);
                        }));
        steps.add(new Step("keyboard" + suffix, () -> shell.put(Over.KEYBOARD)));
        return steps;
    }

    private static void prepare(ScreenId screen, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        if (screen == ScreenId.THREADS && scene.lookup("#look-locks") instanceof ButtonBase locks) {
            locks.fire();
        }
        if (screen == ScreenId.CONSOLE
                && scene.lookup("#console-code") instanceof CodeArea area
                && area.getText().isEmpty()
                && scene.lookup("#console-run") instanceof ButtonBase run) {
            area.replaceText("-- who waits for whom\nreturn threads_deadlocks()");
            run.fire();
        }
    }
}
