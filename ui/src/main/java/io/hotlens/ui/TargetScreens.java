package io.hotlens.ui;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.ui.console.ConsoleView;
import io.hotlens.ui.console.ConsoleViewModel;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.inbox.InboxView;
import io.hotlens.ui.inbox.InboxViewModel;
import io.hotlens.ui.insight.InsightView;
import io.hotlens.ui.insight.InsightViewModel;
import io.hotlens.ui.investigate.InvestigateView;
import io.hotlens.ui.investigate.InvestigateViewModel;
import io.hotlens.ui.monitor.MonitorView;
import io.hotlens.ui.overview.OverviewView;
import io.hotlens.ui.overview.OverviewViewModel;
import io.hotlens.ui.sent.SentView;
import io.hotlens.ui.sent.SentViewModel;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.threads.ThreadsView;
import io.hotlens.ui.threads.ThreadsViewModel;
import io.hotlens.ui.timeline.TimelineView;
import io.hotlens.ui.timeline.TimelineViewModel;

import javafx.scene.Parent;

import java.util.List;
import java.util.Optional;

/// The screens of one target and the ways between them. Belongs to the JavaFX thread.
final class TargetScreens {

    private final OpenTarget target;
    private final Tasks tasks;
    private final InboxViewModel inbox;
    private final ConsoleViewModel console;

    TargetScreens(OpenTarget target, Tasks tasks) {
        this.target = target;
        this.tasks = tasks;
        var session = target.session();
        inbox =
                new InboxViewModel(
                        target.model(),
                        (id, status) ->
                                tasks.background()
                                        .execute(
                                                () ->
                                                        session.notifications()
                                                                .setStatus(List.of(id), status)));
        console =
                new ConsoleViewModel(
                        target.model().skills(),
                        tasks,
                        new ConsoleViewModel.Scripts(this::run, session::playbook));
    }

    private LuaOutcome run(String code) {
        return target.session().lua(Optional.empty(), code);
    }

    Parent create(ScreenId screen) {
        return switch (screen) {
            case OVERVIEW ->
                    new OverviewView(new OverviewViewModel(target.model(), this::open)).node();
            case INVESTIGATE ->
                    new InvestigateView(
                                    new InvestigateViewModel(
                                            target.model(),
                                            target.investigate().running(),
                                            new InvestigateViewModel.Links(
                                                    this::open,
                                                    this::verify,
                                                    target.investigate()::start,
                                                    asking())))
                            .node();
            case INBOX -> new InboxView(inbox).node();
            case INSIGHTS ->
                    new InsightView(new InsightViewModel(target.model(), this::open, this::verify))
                            .node();
            case THREADS ->
                    new ThreadsView(
                                    new ThreadsViewModel(
                                            target.model(), tasks, this::run, target.clock()))
                            .node();
            case CONSOLE -> new ConsoleView(console).node();
            case MONITOR -> new MonitorView(target.model()).node();
            case TIMELINE ->
                    new TimelineView(new TimelineViewModel(target.log(), target.model().skills()))
                            .node();
            case SENT -> new SentView(new SentViewModel(target.sent(), tasks)).node();
        };
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

    private void open(NotificationId id) {
        inbox.open(id);
        target.screen().set(ScreenId.INBOX);
    }

    private void verify(Insight insight) {
        console.code().set(insight.verifyWith());
        target.screen().set(ScreenId.CONSOLE);
        console.run();
    }
}
