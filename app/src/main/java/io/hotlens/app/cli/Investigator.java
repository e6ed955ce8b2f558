package io.hotlens.app.cli;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.report.InvestigationJson;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.Subscription;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Runs one investigation on the command line.
final class Investigator {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SessionFactory sessions;
    private final Terminal terminal;
    private final TelemetryOptions telemetry;
    private final Keeping keeping;

    /// @param telemetry where the steps go; what it leaves open is as in the settings
    Investigator(
            SessionFactory sessions,
            Terminal terminal,
            TelemetryOptions telemetry,
            Keeping keeping) {
        this.sessions = sessions;
        this.terminal = terminal;
        this.telemetry = telemetry;
        this.keeping = keeping;
    }

    /// Connects, investigates, asks, prints and returns the exit status; an interrupt cancels and
    /// prints what was found.
    int investigate(
            JvmAddress address,
            Optional<DatabaseAccess> database,
            InvestigationRequest request,
            List<String> questions,
            boolean json)
            throws InterruptedException {
        try (Session session = sessions.open(address, database);
                Telemetry _ = told(session);
                Subscription _ = keeping.follow(session, sessions, terminal);
                EventBus.Reader events = session.events().reader()) {
            checkSkills(session, request);
            Investigations.Handle handle = start(session, request);
            Thread onSignal = cancelOnSignal(handle);
            Investigation ended = follow(handle, events);
            if (!json) {
                InvestigationText.print(ended, terminal);
            }
            List<ChatAnswer> answers = ask(session, ended, questions, json);
            forget(onSignal);
            if (json) {
                terminal.json(InvestigationJson.of(ended, answers));
            }
            return ExitStatus.of(ended);
        }
    }

    private static Investigations.Handle start(Session session, InvestigationRequest request) {
        try {
            return session.investigations().start(request);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// Asks one question after the other; answers for people are printed as they come.
    private List<ChatAnswer> ask(
            Session session, Investigation ended, List<String> questions, boolean json)
            throws InterruptedException {
        var answers = new ArrayList<ChatAnswer>();
        for (String question : questions) {
            ChatAnswer answer = session.investigations().chat(ended.id()).ask(question);
            answers.add(answer);
            if (!json) {
                InvestigationText.print(answer, terminal);
            }
        }
        return answers;
    }

    private Telemetry told(Session session) {
        try {
            return Telemetry.start(
                    session.events(), telemetry.or(usualTelemetry()), terminal::progress);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private TelemetryOptions usualTelemetry() {
        try {
            return sessions.models().settings().telemetry();
        } catch (SettingsException e) {
            terminal.progress(String.valueOf(e.getMessage()));
            return TelemetryOptions.NONE;
        }
    }

    private static void checkSkills(Session session, InvestigationRequest request) {
        for (SkillId id : request.skills()) {
            boolean known =
                    session.skills().stream().anyMatch(view -> view.skill().id().equals(id));
            if (!known) {
                throw new UsageException(
                        "there is no skill '%s'; there are %s"
                                .formatted(
                                        id,
                                        session.skills().stream()
                                                .map(view -> view.skill().id().value())
                                                .collect(Collectors.joining(", "))));
            }
        }
    }

    /// Prints the steps for people until the end.
    private Investigation follow(Investigations.Handle handle, EventBus.Reader events)
            throws InterruptedException {
        boolean interactive = Terminal.isInteractive();
        var progress = new Progress();
        while (handle.result().isEmpty()) {
            for (AppEvent event : events.await(POLL)) {
                if (interactive) {
                    progress.describe(event).ifPresent(terminal::progress);
                }
                if (event instanceof AppEvent.InvestigationEnded(_, var id, _)
                        && id.equals(handle.id())) {
                    return handle.await();
                }
            }
        }
        return handle.await();
    }

    private static Thread cancelOnSignal(Investigations.Handle handle) {
        var hook = Thread.ofPlatform().name("hotlens-cancel").unstarted(handle::cancel);
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
