package io.hotlens.ui;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.console.ConsoleView;
import io.hotlens.ui.console.ConsoleViewModel;
import io.hotlens.ui.console.ScriptDesk;
import io.hotlens.ui.console.ScriptFiles;
import io.hotlens.ui.control.SaveDialog;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.inbox.InboxView;
import io.hotlens.ui.inbox.InboxViewModel;
import io.hotlens.ui.insight.InsightView;
import io.hotlens.ui.insight.InsightViewModel;
import io.hotlens.ui.investigate.InvestigateView;
import io.hotlens.ui.investigate.InvestigateViewModel;
import io.hotlens.ui.metrics.AttributeWatch;
import io.hotlens.ui.metrics.BeansViewModel;
import io.hotlens.ui.metrics.Board;
import io.hotlens.ui.metrics.MetricsView;
import io.hotlens.ui.metrics.MetricsViewModel;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepLine;
import io.hotlens.ui.monitor.MonitorView;
import io.hotlens.ui.monitor.MonitorViewModel;
import io.hotlens.ui.overview.OverviewView;
import io.hotlens.ui.overview.OverviewViewModel;
import io.hotlens.ui.sent.SentView;
import io.hotlens.ui.sent.SentViewModel;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.threads.ThreadsView;
import io.hotlens.ui.threads.ThreadsViewModel;
import io.hotlens.ui.timeline.TimelineView;
import io.hotlens.ui.timeline.TimelineViewModel;

import javafx.scene.Parent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The screens of one target and the ways between them and to them. Belongs to the JavaFX thread.
final class TargetScreens {

    private final OpenTarget target;
    private final ShellViewModel shell;
    private final Tasks tasks;
    private final Board board;
    private final SaveDialog dialog;
    private final InboxViewModel inbox;
    private final ConsoleViewModel console;
    private final ScriptDesk desk;
    private final SentViewModel sent;
    private final InsightViewModel insights;
    private final InvestigateViewModel investigate;
    private final Map<ScreenId, Supplier<Parent>> makers = new EnumMap<>(ScreenId.class);

    /// What is not the target's own.
    ///
    /// @param dialog where what is exported goes
    /// @param of the screens of another target
    record Around(
            ShellViewModel shell,
            Tasks tasks,
            Board board,
            SaveDialog dialog,
            Function<OpenTarget, TargetScreens> of,
            ScriptFiles files,
            ScriptDesk.SkillMaker skills) {}

    TargetScreens(OpenTarget target, Around around) {
        shell = around.shell();
        tasks = around.tasks();
        board = around.board();
        dialog = around.dialog();
        this.target = target;
        var session = target.session();
        inbox =
                new InboxViewModel(
                        target.model(),
                        tasks,
                        new StatusChanges(
                                target.model().findings(),
                                shell.undo(),
                                (ids, status) ->
                                        tasks.background()
                                                .execute(
                                                        () ->
                                                                session.notifications()
                                                                        .setStatus(ids, status))));
        console =
                new ConsoleViewModel(
                        target.model().skills(),
                        tasks,
                        new ConsoleViewModel.Scripts(this::run, session::playbook));
        desk =
                new ScriptDesk(
                        console,
                        tasks,
                        new ScriptDesk.Ways(
                                around.files(), () -> others(around.of()), around.skills()));
        sent = new SentViewModel(target.sent(), tasks);
        insights =
                new InsightViewModel(
                        target.model(),
                        tasks,
                        new InsightViewModel.Links(this::open, this::verify));
        investigate =
                new InvestigateViewModel(
                        target.model(),
                        target.investigate().running(),
                        new InvestigateViewModel.Links(
                                this::open,
                                this::verify,
                                this::openRequest,
                                target.investigate()::start,
                                asking()));
    }

    private List<ScriptDesk.Elsewhere> others(Function<OpenTarget, TargetScreens> of) {
        return shell.targets().stream()
                .filter(other -> !other.equals(target))
                .<ScriptDesk.Elsewhere>map(other -> new Other(other, of))
                .toList();
    }

    private record Other(OpenTarget target, Function<OpenTarget, TargetScreens> of)
            implements ScriptDesk.Elsewhere {
        @Override
        public String name() {
            return target.model().info().name();
        }

        @Override
        public void run(String code) {
            of.apply(target).runScript(code);
        }
    }

    private void runScript(String code) {
        console.code().set(code);
        shell.show(target, ScreenId.CONSOLE);
        console.run();
    }

    private LuaOutcome run(String code) {
        return target.session().lua(Optional.empty(), code);
    }

    /// Makes the view of a screen; what was chosen there is as it was left, also when it was made
    /// before.
    Parent create(ScreenId screen) {
        return makers.computeIfAbsent(screen, this::maker).get();
    }

    /// Makes the model, which stays, and then a view as often as one is wanted.
    private Supplier<Parent> maker(ScreenId screen) {
        return switch (screen) {
            case OVERVIEW -> {
                var overview = new OverviewViewModel(target.model(), this::open);
                yield () -> new OverviewView(overview).node();
            }
            case INVESTIGATE -> () -> new InvestigateView(investigate).node();
            case INBOX -> () -> new InboxView(inbox).node();
            case INSIGHTS -> () -> new InsightView(insights, dialog, tasks).node();
            case THREADS -> {
                var threads =
                        new ThreadsViewModel(target.model(), tasks, this::run, target.clock());
                yield () -> new ThreadsView(threads).node();
            }
            case CONSOLE -> () -> new ConsoleView(console, desk).node();
            case MONITOR -> {
                var monitor = new MonitorViewModel(target.model(), this::open);
                yield () -> new MonitorView(monitor).node();
            }
            case METRICS -> {
                MetricsViewModel metrics = metrics();
                yield () -> new MetricsView(metrics).node();
            }
            case TIMELINE -> {
                var timeline = new TimelineViewModel(target.log(), target.model().skills());
                yield () -> new TimelineView(timeline).node();
            }
            case SENT -> () -> new SentView(sent).node();
        };
    }

    private MetricsViewModel metrics() {
        var watch = AttributeWatch.start(this::run, target.clock());
        target.afterwards(watch::close);
        return new MetricsViewModel(
                target.model(),
                () -> shell.targets().stream().map(OpenTarget::model).toList(),
                board,
                new BeansViewModel(tasks, this::run, target.clock()),
                watch);
    }

    private InvestigateViewModel.Asking asking() {
        var investigations = target.session().investigations();
        return new InvestigateViewModel.Asking(
                (id, question) -> tasks.background().execute(() -> ask(id, question)),
                id -> tasks.background().execute(() -> investigations.chat(id).stop()));
    }

    private void ask(InvestigationId id, String question) {
        try {
            target.session().investigations().chat(id).ask(question);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(InvestigationId id) {
        investigate.shown().set(target.model().run(id));
        shell.show(target, ScreenId.INVESTIGATE);
    }

    /// Shows a notification in the inbox.
    void open(NotificationId id) {
        inbox.open(id);
        shell.show(target, ScreenId.INBOX);
    }

    void open(Insight insight) {
        insights.selected().set(Optional.of(insight));
        shell.show(target, ScreenId.INSIGHTS);
    }

    /// Shows a step of an investigation.
    void open(Run run, StepLine line) {
        investigate.open(run, line);
        shell.show(target, ScreenId.INVESTIGATE);
    }

    private void openRequest(long number) {
        sent.open(number);
        shell.show(target, ScreenId.SENT);
    }

    /// Shows the console with a callback in it.
    void insert(Callback callback) {
        console.insert(callback.signature());
        shell.show(target, ScreenId.CONSOLE);
    }

    /// Shows the console and runs a playbook there.
    void runPlaybook(SkillId skill) {
        shell.show(target, ScreenId.CONSOLE);
        console.run(":playbook " + skill);
    }

    private void verify(Insight insight) {
        runScript(insight.verifyWith());
    }
}
