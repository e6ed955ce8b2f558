package io.hotlens.app.cli;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.report.InvestigationJson;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.IdleRule;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Follows one target for as long as it is there; a remote one that was restarted is followed
/// again.
final class Watcher {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final long FAREWELL_MS = 3_000;

    private final SessionFactory sessions;
    private final Terminal terminal;
    private final Keeping keeping;
    private final boolean json;
    private final Set<AlertRule> idleTold = new HashSet<>();
    private Severity worst = Severity.INFO;
    private volatile boolean over;

    Watcher(SessionFactory sessions, Terminal terminal, Keeping keeping, boolean json) {
        this.sessions = sessions;
        this.terminal = terminal;
        this.keeping = keeping;
        this.json = json;
    }

    /// Watches until the process ended or this command is ended, and returns the status by the
    /// worst that was found.
    int watch(JvmAddress address, Optional<DatabaseAccess> database) throws InterruptedException {
        Thread hook = endOnSignal();
        try {
            Session session = sessions.open(address, database);
            while (!over) {
                follow(session);
                if (over || address instanceof JvmAddress.LocalProcess) {
                    break;
                }
                session = again(address, database);
            }
            return ExitStatus.of(worst);
        } catch (InterruptedException e) {
            if (!over) {
                throw e;
            }
            return ExitStatus.of(worst);
        } finally {
            forget(hook);
        }
    }

    /// Until the connection is over; what was learned is kept when it is closed.
    private void follow(Session session) throws InterruptedException {
        try (session;
                Subscription _ = keeping.follow(session, sessions, terminal);
                EventBus.Reader events = session.events().reader()) {
            say("watches " + session.target().name() + " at " + session.target().address());
            while (!over && !(session.state() instanceof ConnectionState.Ended)) {
                tellIdleRules(session.monitor());
                for (AppEvent event : events.await(POLL)) {
                    tell(event);
                }
            }
            if (session.state() instanceof ConnectionState.Ended(_, String why) && !over) {
                say(why);
            }
        }
    }

    private void tellIdleRules(Monitor monitor) {
        for (IdleRule idle : monitor.idleRules()) {
            if (idleTold.add(idle.rule())) {
                say(MonitorText.of(idle));
            }
        }
    }

    private Session again(JvmAddress address, Optional<DatabaseAccess> database)
            throws InterruptedException {
        while (true) {
            Thread.sleep(AGAIN);
            try {
                return sessions.open(address, database);
            } catch (TargetException.Unreachable
                    | TargetException.Gone
                    | TargetException.TimedOut e) {
                say("not there yet: " + e.getMessage());
            }
        }
    }

    private void tell(AppEvent event) {
        switch (event) {
            case AppEvent.FromMonitor(_, MonitorStep.Alerted(Notification alert)) -> found(alert);
            case AppEvent.FromMonitor(_, MonitorStep step) ->
                    MonitorText.of(step).ifPresent(this::say);
            case AppEvent.FromOperator(_, _, OperatorEvent step) -> {
                if (step.step() instanceof OperatorEvent.NotificationSent(var notification)) {
                    found(notification);
                }
            }
            case AppEvent.FromCoordinator(_, _, CoordinatorEvent step) -> {
                if (step.step() instanceof CoordinatorEvent.InsightProduced(Insight insight)) {
                    concluded(insight);
                }
            }
            case AppEvent.ConnectionChanged(_, ConnectionState.Lost(_, String why)) ->
                    say("the target does not answer: " + why);
            case AppEvent.ConnectionChanged(_, ConnectionState.Connected _) ->
                    say("the target answers");
            case AppEvent.InvestigationEnded(_, _, var outcome) ->
                    say("the investigation ended: " + outcome.word());
            case AppEvent.ConnectionChanged _,
                    AppEvent.InvestigationStarted _,
                    AppEvent.FollowUpStarted _,
                    AppEvent.FromChat _,
                    AppEvent.NotificationChanged _,
                    AppEvent.CallAudited _ -> {}
        }
    }

    private void found(Notification notification) {
        note(notification.severity());
        print(
                InvestigationJson.notification(notification, "unread"),
                "notification",
                "%s: %s (%s): %s"
                        .formatted(
                                notification.severity().word().toUpperCase(java.util.Locale.ROOT),
                                notification.type(),
                                notification.operator(),
                                notification.observation()));
    }

    private void concluded(Insight insight) {
        note(insight.severity());
        print(
                InvestigationJson.insight(insight),
                "insight",
                "%s: %s - %s%n  what to do: %s"
                        .formatted(
                                insight.severity().word().toUpperCase(java.util.Locale.ROOT),
                                insight.rootCause().type(),
                                insight.summary(),
                                insight.recommendation()));
    }

    private void note(Severity severity) {
        worst = severity.compareTo(worst) > 0 ? severity : worst;
    }

    /// Results go to the output, a JSON object a line or text.
    private void print(Data.Fields result, String kind, String text) {
        if (json) {
            var fields = Data.fields().put("event", kind);
            result.values().forEach(fields::put);
            terminal.json(fields.build());
        } else {
            terminal.line(text);
        }
    }

    private void say(String text) {
        terminal.progress(text);
    }

    /// Lets the session be closed before the process ends.
    private Thread endOnSignal() {
        Thread watching = Thread.currentThread();
        var hook =
                Thread.ofPlatform()
                        .name("hotlens-watch-end")
                        .unstarted(
                                () -> {
                                    over = true;
                                    watching.interrupt();
                                    try {
                                        watching.join(FAREWELL_MS);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            Thread.currentThread().interrupt();
        }
    }
}
