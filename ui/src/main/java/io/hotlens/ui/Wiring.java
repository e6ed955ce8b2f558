package io.hotlens.ui;

import io.hotlens.app.session.Session;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.skills.target.Subscription;
import io.hotlens.ui.connect.ConnectView;
import io.hotlens.ui.connect.ConnectViewModel;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.connect.RecentTargets;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.history.FileSaveDialog;
import io.hotlens.ui.history.HistoryView;
import io.hotlens.ui.history.HistoryViewModel;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.settings.SettingsStore;
import io.hotlens.ui.settings.SettingsView;
import io.hotlens.ui.settings.SettingsViewModel;
import io.hotlens.ui.shell.ConsentDialog;
import io.hotlens.ui.shell.EgressDialog;
import io.hotlens.ui.shell.MainView;
import io.hotlens.ui.shell.ModelNames;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.theme.Look;

import javafx.scene.Scene;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Puts the window together. Belongs to the JavaFX thread.
final class Wiring implements AutoCloseable {

    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("window-task-", 0).factory());
    private final Stage stage;
    private final Tasks tasks = new Tasks(background, new FxThread());
    private final Look look = new Look();
    private final ShellViewModel shell;
    private final OurDemos demos = new OurDemos();
    private final ConnectViewModel connect;
    private final ConnectView connectView;
    private final SettingsStore settings;
    private final Exports exports;
    private final HistoryKeeper history;
    private final HistoryViewModel earlier;
    private final ModelNames models;
    private Optional<String> firstReason = Optional.empty();

    /// What outlives the window.
    ///
    /// @param setUp the settings
    /// @param recents the file of the addresses used last
    /// @param history earlier investigations
    record Kept(SettingsEngine setUp, Path recents, HistoryKeeper history) {}

    Wiring(Stage stage, Engine engine, Kept kept, InstantSource clock) {
        this.stage = stage;
        SettingsEngine setUp = kept.setUp();
        history = kept.history();
        shell = new ShellViewModel(tasks, clock);
        connect =
                new ConnectViewModel(
                        engine, tasks, new RecentTargets(kept.recents()), demos, this::opened);
        connectView = new ConnectView(connect, clock);
        settings = new SettingsStore(setUp, tasks);
        exports =
                new Exports(
                        () -> setUp.read().get().telemetry(),
                        sentence -> tasks.screen().execute(() -> shell.tell(sentence)));
        history.tell(sentence -> tasks.screen().execute(() -> shell.tell(sentence)));
        earlier =
                new HistoryViewModel(
                        history, tasks, clock, SkillTitles.builtIn(), new FileSaveDialog(stage));
        shell.history()
                .subscribe(
                        shown -> {
                            if (shown) {
                                earlier.refresh();
                            }
                        });
        models =
                new ModelNames(
                        () -> List.copyOf(setUp.read().get().models().clients().keySet()), tasks);
        settings.whenChanged(() -> background.execute(exports::settingsChanged));
        settings.whenChanged(models::refresh);
        shell.settings()
                .subscribe(
                        shown -> {
                            if (shown) {
                                settings.refresh();
                            }
                        });
    }

    /// The whole window.
    Scene scene() {
        var main =
                new MainView(
                        shell,
                        new MainView.Screens(
                                connectView.node(),
                                new SettingsView(
                                                new SettingsViewModel(settings, this::openTargets),
                                                shell::closeSettings)
                                        .node(),
                                new HistoryView(earlier).node(),
                                target -> new TargetScreens(target, tasks)::create),
                        models,
                        look);
        var scene = new Scene(main.node());
        look.dress(scene);
        main.bindKeys(scene);
        return scene;
    }

    Look look() {
        return look;
    }

    ShellViewModel shell() {
        return shell;
    }

    /// Does what the command line asked for.
    void begin(WindowArguments arguments) {
        firstReason = arguments.investigate();
        arguments.openPid().ifPresent(connect::connectPid);
    }

    private List<TargetKey> openTargets() {
        return shell.targets().stream().map(t -> t.session().egress().target()).toList();
    }

    private void opened(Session session) {
        session.consent()
                .askWith(new ConsentDialog(tasks.screen(), stage, session.target().name()));
        session.egress()
                .askWith(
                        new EgressDialog(
                                tasks.screen(),
                                stage,
                                session.target().name(),
                                session.egress()::forbid));
        OpenTarget target = shell.open(session);
        models.refresh();
        background.execute(() -> exports.follow(session));
        target.afterwards(() -> exports.end(session));
        Subscription keeping = history.follow(session.historySource());
        target.afterwards(keeping::close);
        firstReason.ifPresent(
                reason -> {
                    target.investigate().reason().set(reason);
                    target.investigate().start();
                    target.screen().set(ScreenId.INVESTIGATE);
                });
        firstReason = Optional.empty();
    }

    @Override
    public void close() {
        connectView.close();
        shell.close();
        exports.close();
        history.close();
        demos.close();
        background.shutdown();
    }
}
