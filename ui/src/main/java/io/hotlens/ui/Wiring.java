package io.hotlens.ui;

import io.hotlens.app.custom.CustomSkills;
import io.hotlens.app.session.Session;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.Subscription;
import io.hotlens.ui.connect.ConnectView;
import io.hotlens.ui.connect.ConnectViewModel;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.connect.RecentTargets;
import io.hotlens.ui.console.ConsoleKey;
import io.hotlens.ui.console.ScriptDialogs;
import io.hotlens.ui.control.ChartKey;
import io.hotlens.ui.control.FileSaveDialog;
import io.hotlens.ui.desktop.DesktopNews;
import io.hotlens.ui.error.ErrorWindow;
import io.hotlens.ui.error.Faults;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.history.HistoryView;
import io.hotlens.ui.history.HistoryViewModel;
import io.hotlens.ui.inbox.InboxKey;
import io.hotlens.ui.insight.GraphKey;
import io.hotlens.ui.insight.GraphRehearsal;
import io.hotlens.ui.metrics.Board;
import io.hotlens.ui.palette.PaletteViewModel;
import io.hotlens.ui.settings.AppearancePane;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.settings.SettingsStore;
import io.hotlens.ui.settings.SettingsView;
import io.hotlens.ui.settings.SettingsViewModel;
import io.hotlens.ui.shell.Commands;
import io.hotlens.ui.shell.ConsentDialog;
import io.hotlens.ui.shell.EgressDialog;
import io.hotlens.ui.shell.KeyTable;
import io.hotlens.ui.shell.MainView;
import io.hotlens.ui.shell.ModelNames;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.text.Language;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Look;

import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final DesktopNews desktop = DesktopNews.ofSystem(background);
    private final ShellViewModel shell;
    private final OurDemos demos = new OurDemos();
    private final ConnectViewModel connect;
    private final ConnectView connectView;
    private final SettingsStore settings;
    private final Exports exports;
    private final TargetScreens.Around around;
    private final HistoryKeeper history;
    private final HistoryViewModel earlier;
    private final ModelNames models;
    private final Commands commands;
    private final PaletteViewModel palette;
    private final Map<OpenTarget, TargetScreens> screens = new HashMap<>();
    private final Board board = new Board();
    private final WindowMemory before;
    private final Remembering remembering;
    private final WindowPlace place;
    private Optional<String> firstReason = Optional.empty();

    /// What outlives the window.
    ///
    /// @param setUp the settings
    /// @param recents the file of the addresses used last
    /// @param history earlier investigations
    record Kept(SettingsEngine setUp, Path recents, HistoryKeeper history) {}

    Wiring(Stage stage, Engine engine, Kept kept, InstantSource clock) {
        this.stage = stage;
        var memory = new WindowMemoryFile(kept.recents().resolveSibling("window-state.json"));
        before = memory.load();
        Messages.speak(before.appearance().language().orElseGet(Language::ofSystem));
        look.choose(before.appearance());
        SettingsEngine setUp = kept.setUp();
        history = kept.history();
        shell = new ShellViewModel(tasks, clock);
        commands = new Commands(shell, look);
        connect =
                new ConnectViewModel(
                        engine, tasks, new RecentTargets(kept.recents()), demos, this::opened);
        connectView = new ConnectView(connect, clock);
        palette =
                new PaletteViewModel(
                        new PaletteSources(shell, connect, commands, this::screens)::all, tasks);
        connect.known().addListener((Observable _) -> palette.refresh());
        shell.over().subscribe(this::lookAgain);
        CriticalNews.follow(
                shell,
                (target, item) -> screens(target).open(item.notification().id()),
                this::tellOnDesktop);
        palette.recent().setAll(before.recent());
        connect.earlier().offer(before.targets());
        board.restore(before.board());
        place = new WindowPlace(stage);
        remembering =
                new Remembering(
                        memory,
                        new Remembering.Parts(place, look, shell, palette, board),
                        background);
        settings = new SettingsStore(setUp, tasks);
        var skills = new CustomSkills(new ConfigFolder(setUp.path().resolveSibling("")));
        around =
                new TargetScreens.Around(
                        shell,
                        tasks,
                        board,
                        new FileSaveDialog(stage),
                        this::screens,
                        new ScriptDialogs(stage),
                        draft -> skills.create(draft, SkillCatalog.builtIn().ids()));
        exports =
                new Exports(
                        () -> setUp.read().get().telemetry(),
                        sentence -> tasks.screen().execute(() -> shell.tell(sentence)));
        history.tell(sentence -> tasks.screen().execute(() -> shell.tell(sentence)));
        earlier =
                new HistoryViewModel(
                        history, tasks, clock, SkillTitles.builtIn(), new FileSaveDialog(stage));
        shell.history().subscribe(_ -> refreshEarlier());
        history.whenWritten(() -> tasks.screen().execute(this::refreshEarlier));
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
                                                new AppearancePane(look, desktop.missing()),
                                                shell::closeSettings)
                                        .node(),
                                new HistoryView(earlier).node(),
                                target -> screens(target)::create),
                        models,
                        look,
                        new MainView.Extras(palette, commands, keys()));
        var scene = new Scene(main.node());
        look.dress(scene);
        main.bindKeys(scene);
        return scene;
    }

    private void refreshEarlier() {
        if (shell.history().get()) {
            earlier.refresh();
        }
    }

    private void tellOnDesktop(String title, String text) {
        if (look.appearance().get().desktop() && !stage.isFocused()) {
            desktop.tell(title, text);
        }
    }

    private void lookAgain(Over over) {
        if (over == Over.PALETTE) {
            connect.refresh();
        }
    }

    private static List<KeyTable> keys() {
        return List.of(
                new KeyTable(Messages.text("chart.keys"), List.of(ChartKey.values())),
                new KeyTable(ScreenId.INBOX.title(), List.of(InboxKey.values())),
                new KeyTable(ScreenId.INSIGHTS.title(), List.of(GraphKey.values())),
                new KeyTable(ScreenId.CONSOLE.title(), List.of(ConsoleKey.values())));
    }

    private TargetScreens screens(OpenTarget target) {
        screens.keySet().retainAll(shell.targets());
        return screens.computeIfAbsent(target, one -> new TargetScreens(one, around));
    }

    /// Puts the window where it stood the last time.
    void restorePlace() {
        place.restore(before.place());
    }

    /// The window is shown for its start alone, and leaves no trace.
    void rehearse() {
        remembering.rehearse();
        GraphRehearsal.once();
    }

    /// Opens a window whenever nothing has caught a mistake of ours.
    void tell(Faults faults) {
        var window = new ErrorWindow(faults, stage, look);
        window.follow();
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
        remembering.close();
        connectView.close();
        shell.close();
        exports.close();
        history.close();
        demos.close();
        background.shutdown();
    }
}
