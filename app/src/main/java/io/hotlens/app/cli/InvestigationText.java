package io.hotlens.app.cli;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.Outcome;

/// An investigation as text: the cause first, then why, what to do, and what could not be seen.
final class InvestigationText {

    private InvestigationText() {}

    static void print(Investigation one, Terminal terminal) {
        terminal.line(
                "%s (%s), %.1f s, strategy %s"
                        .formatted(
                                one.target().name(),
                                one.target().address(),
                                one.duration().toMillis() / 1000.0,
                                one.request().strategy().word()));
        if (!(one.outcome() instanceof Outcome.Completed)) {
            terminal.line("INCOMPLETE: " + one.outcome().word() + " " + one.outcome().detail());
        }
        if (one.insights().isEmpty() && one.notifications().isEmpty()) {
            terminal.line(
                    one.outcome() instanceof Outcome.Completed
                            ? "Nothing wrong was found."
                            : "Nothing was found until then, which does not mean that nothing is"
                                    + " wrong.");
        }
        for (Insight insight : one.insights()) {
            print(insight, one, terminal);
        }
        one.notifications().stream()
                .filter(
                        notification ->
                                one.insights().stream()
                                        .noneMatch(
                                                insight ->
                                                        insight.notificationIds()
                                                                .contains(notification.id())))
                .forEach(notification -> print("- ", notification, terminal));
        for (String unseen : one.unseen()) {
            terminal.line("Not looked at: " + unseen);
        }
    }

    /// The answer, or why there is none.
    static void print(ChatAnswer answer, Terminal terminal) {
        terminal.line("");
        terminal.line("? " + answer.question());
        if (answer.answered()) {
            answer.text().lines().forEach(line -> terminal.line("  " + line));
        } else {
            terminal.line(
                    "  No answer: %s %s"
                            .formatted(answer.outcome().word(), answer.outcome().detail()));
        }
        if (!answer.cited().isEmpty()) {
            terminal.line("  Stands on: " + String.join(", ", answer.cited()));
        }
    }

    private static void print(Insight insight, Investigation one, Terminal terminal) {
        terminal.line("");
        terminal.line(
                "%s: %s%s"
                        .formatted(
                                insight.severity().name(),
                                insight.rootCause().type(),
                                insight.rootCause().subject().isEmpty()
                                        ? ""
                                        : " - " + insight.rootCause().subject()));
        terminal.line("  " + insight.summary());
        terminal.line(
                "  confidence %s: %s"
                        .formatted(insight.confidence().word(), insight.confidenceReason()));
        one.notifications().stream()
                .filter(notification -> insight.notificationIds().contains(notification.id()))
                .forEach(notification -> print("  seen by ", notification, terminal));
        if (!insight.rootCauseHypothesis().isEmpty()) {
            terminal.line("  guess: " + insight.rootCauseHypothesis());
        }
        terminal.line("  what to do: " + insight.recommendation());
        terminal.line("  verify with: " + insight.verifyWith());
    }

    private static void print(String prefix, Notification notification, Terminal terminal) {
        terminal.line(
                "%s%s: %s (%s)"
                        .formatted(
                                prefix,
                                notification.operator(),
                                notification.observation(),
                                notification.context()));
    }
}
