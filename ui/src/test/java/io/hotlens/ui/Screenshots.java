package io.hotlens.ui;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedMonitor;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.theme.Fonts;
import io.hotlens.ui.theme.Theme;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Draws every screen in both themes into a folder, for people to look at. Run with
/// `-Dglass.platform=Headless`; the first argument is the folder.
public final class Screenshots extends Application {

    /// One picture: the file's name, and what to do before it is taken.
    record Step(String name, Runnable prepare) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ScriptedSettings settings = new ScriptedSettings(temporary());
    private final ScriptedSession session = new ScriptedSession(SkillCatalog.builtIn().skills());

    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(Screenshots.class, args);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        Fonts.load();
        Path folder = Path.of(getParameters().getRaw().getFirst());
        Files.createDirectories(folder);
        var engine = new Engine(() -> List.of(processes()), _ -> session);
        var wiring =
                new Wiring(
                        stage,
                        engine,
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        Scene scene = wiring.scene();
        stage.setScene(scene);
        stage.show();
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            for (Theme theme : Theme.values()) {
                plan(wiring, theme, size, stage, scene);
            }
        }
        new Shots(scene, folder, steps, Platform::exit).take();
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("hotlens-settings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JvmProcess[] processes() {
        return new JvmProcess[] {
            Samples.process(
                    4711, "checkout-service", "--server.port=8080 --spring.profiles.active=prod"),
            Samples.process(812, "orders", ""),
            new JvmProcess(
                    99,
                    "org.apache.catalina.startup.Bootstrap",
                    "Bootstrap",
                    "start",
                    "17.0.15",
                    "tomcat",
                    Samples.NOON,
                    "web-1",
                    "It belongs to the user tomcat: run Hotlens as that user or as root.",
                    false)
        };
    }

    private void plan(Wiring wiring, Theme theme, int[] size, Stage stage, Scene scene) {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
        steps.add(
                new Step(
                        "connect" + suffix,
                        () -> {
                            stage.setWidth(size[0]);
                            stage.setHeight(size[1]);
                            wiring.look().choose(theme);
                            wiring.shell().connectAnother();
                        }));
        steps.add(
                new Step(
                        "settings-empty" + suffix,
                        () -> {
                            settings.write("{}");
                            wiring.shell().openSettings();
                        }));
        steps.addAll(ModelShots.settings(wiring, settings, scene, suffix));
        steps.addAll(HistoryShots.of(wiring, settings, scene, suffix));
        steps.add(
                new Step(
                        "first" + suffix,
                        () -> {
                            List.copyOf(wiring.shell().targets()).forEach(wiring.shell()::close);
                            session.become(new ConnectionState.Connected(Samples.NOON));
                            wiring.shell().open(session);
                        }));
        for (ScreenId screen : ScreenId.values()) {
            String name = screen.name().toLowerCase(Locale.ROOT);
            steps.add(new Step(name + "-empty" + suffix, () -> wiring.shell().show(screen)));
        }
        steps.add(
                new Step(
                        "running" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.INVESTIGATE);
                            session.play(Script.deadlocked().events());
                        }));
        steps.add(
                new Step(
                        "investigate" + suffix,
                        () ->
                                session.play(
                                        new Script(Samples.RUN)
                                                .concluded(Samples.guess())
                                                .concluded(Samples.insight())
                                                .events())));
        steps.add(new Step("questions" + suffix, () -> ask(scene)));
        steps.add(new Step("overview" + suffix, () -> wiring.shell().show(ScreenId.OVERVIEW)));
        steps.add(new Step("inbox" + suffix, () -> wiring.shell().show(ScreenId.INBOX)));
        steps.addAll(ShellShots.of(wiring, scene, suffix));
        steps.add(new Step("insights" + suffix, () -> wiring.shell().show(ScreenId.INSIGHTS)));
        steps.addAll(InsightShots.of(wiring, session, scene, suffix));
        steps.addAll(ThreadShots.of(session, scene, suffix, wiring));
        steps.add(
                new Step(
                        "monitor" + suffix,
                        () -> {
                            session.play(ScriptedMonitor.told());
                            wiring.shell().show(ScreenId.MONITOR);
                        }));
        steps.addAll(MetricShots.of(session, scene, suffix, wiring));
        steps.add(new Step("timeline" + suffix, () -> wiring.shell().show(ScreenId.TIMELINE)));
        steps.add(
                new Step(
                        "console" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.CONSOLE);
                            type(
                                    scene,
                                    """
                                    -- pauses
                                    local p = gc_pauses(5)
                                    return nonsense("x", 4.5)\
                                    """);
                        }));
        steps.add(new Step("console-ok" + suffix, () -> type(scene, "return gc_stats()")));
        steps.addAll(ModelShots.sent(wiring, session, scene, suffix));
        steps.add(
                new Step(
                        "lost" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.OVERVIEW);
                            session.become(
                                    new ConnectionState.Lost(
                                            Samples.NOON.minusSeconds(12),
                                            "the process is stopped (SIGSTOP)."));
                        }));
    }

    private void ask(Scene scene) {
        try {
            session.investigations()
                    .chat(Samples.RUN)
                    .ask(
                            "Which of the two threads came first, and is it still so after the"
                                    + " restart?");
            session.investigations().chat(Samples.RUN).ask("fail");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        scene.getRoot().lookupAll(".bare-scroll").stream()
                .filter(ScrollPane.class::isInstance)
                .forEach(pane -> ((ScrollPane) pane).setVvalue(1));
    }

    private static void type(Scene scene, String code) {
        Node editor = scene.lookup("#console-code");
        Node run = scene.lookup("#console-run");
        if (editor instanceof CodeArea area && run instanceof Button button) {
            area.replaceText(code);
            button.fire();
        }
    }
}
