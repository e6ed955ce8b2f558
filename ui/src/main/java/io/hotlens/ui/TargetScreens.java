package io.hotlens.ui;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
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
import io.hotlens.ui.monitor.MonitorViewModel;
import io.hotlens.ui.overview.OverviewView;
import io.hotlens.ui.overview.OverviewViewModel;
import io.hotlens.ui.sent.SentView;
import io.hotlens.ui.sent.SentViewModel;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;

import javafx.scene.Parent;

import java.util.List;
import java.util.Optional;

/// The screens of one target and the ways between them. Belongs to the JavaFX thread.
final class TargetScreens {

    private final OpenTarget target;
    private final Tasks tasks;
    private final InvestigateViewModel investigate;
    private final InboxViewModel inbox;
    private final ConsoleViewModel console;

    TargetScreens(OpenTarget target, Tasks tasks) {
        this.target = target;
        this.tasks = tasks;
        var session = target.session();
        investigate =
                new InvestigateViewModel(
                        target.model(),
                        target.investigate().running(),
                        new InvestigateViewModel.Links(
                                this::open, this::verify, target.investigate()::start, asking()));
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
                        new ConsoleViewModel.Scripts(
                                code -> session.lua(Optional.empty(), code), session::playbook));
    }

    Parent create(ScreenId screen) {
        return switch (screen) {
            case OVERVIEW ->
                    new OverviewView(new OverviewViewModel(target.model(), this::open)).node();
            case INVESTIGATE -> new InvestigateView(investigate).node();
            case INBOX -> new InboxView(inbox).node();
            case INSIGHTS ->
                    new InsightView(new InsightViewModel(target.model(), this::open, this::verify))
                            .node();
            case CONSOLE -> new ConsoleView(console).node();
            case MONITOR ->
                    new MonitorView(new MonitorViewModel(target.model(), this::open)).node();
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

    private void open(InvestigationId id) {
        investigate.shown().set(target.model().run(id));
        target.screen().set(ScreenId.INVESTIGATE);
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
