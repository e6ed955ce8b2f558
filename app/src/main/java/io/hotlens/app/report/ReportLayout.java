package io.hotlens.app.report;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.report.Sheet.Fact;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.TargetInfo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// The order of a report: causes with their evidence, what else was found, the steps, what could
/// not be measured, the run itself.
///
/// @param redactor for values whose names tell that they are secret
record ReportLayout(KeptInvestigation kept, Sheet sheet, Redactor redactor) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Investigation one() {
        return kept.investigation();
    }

    void lay() {
        sheet.title(title(), about());
        causes();
        otherFindings();
        timeline();
        notMeasured();
        questions();
        run();
    }

    private String title() {
        return one().insights().isEmpty()
                ? one().target().name()
                : one().target().name() + ": " + cause(one().insights().getFirst());
    }

    private static String cause(Insight insight) {
        Insight.RootCause root = insight.rootCause();
        return root.subject().isEmpty() ? root.type() : root.type() + " - " + root.subject();
    }

    private String about() {
        TargetInfo target = one().target();
        return "Java %s at %s on %s, investigated %s. Why: %s"
                .formatted(
                        target.version(),
                        target.address(),
                        target.host(),
                        FULL.format(one().startedAt()),
                        one().request().reason());
    }

    private void causes() {
        if (one().insights().isEmpty()) {
            sheet.section("Result");
            sheet.lead(withoutCause());
        }
        for (Insight insight : one().insights()) {
            sheet.section(
                    insight.equals(one().insights().getFirst())
                            ? "Root cause"
                            : "Another root cause");
            sheet.lead(insight.summary());
            sheet.facts(facts(insight));
            one().notifications().stream()
                    .filter(found -> insight.notificationIds().contains(found.id()))
                    .forEach(found -> finding("Evidence from ", found));
            sheet.part("What to do");
            sheet.text(insight.recommendation());
            if (!insight.verifyWith().isBlank()) {
                sheet.part("How to verify");
                sheet.code(insight.verifyWith());
            }
        }
    }

    private static List<Fact> facts(Insight insight) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Cause", cause(insight)));
        facts.add(new Fact("Severity", insight.severity().word()));
        facts.add(
                new Fact(
                        "Confidence",
                        insight.confidence().word() + ": " + insight.confidenceReason()));
        if (!insight.rootCauseHypothesis().isBlank()) {
            facts.add(
                    new Fact(
                            insight.hypothesisGrounded() ? "Why" : "Guess, not proven",
                            insight.rootCauseHypothesis()));
        }
        return facts;
    }

    private String withoutCause() {
        if (!one().notifications().isEmpty()) {
            return "Something was found, but no root cause.";
        }
        return one().outcome() instanceof Outcome.Completed
                ? "Nothing wrong was found."
                : "Nothing was found until it stopped, which does not mean that nothing is wrong.";
    }

    private void finding(String prefix, Notification found) {
        sheet.part(prefix + found.operator() + ": " + found.type());
        sheet.text(found.observation());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Severity", found.severity().word()));
        if (!found.subject().isBlank()) {
            facts.add(new Fact("About", found.subject()));
        }
        if (!found.context().isBlank()) {
            facts.add(new Fact("Context", found.context()));
        }
        found.hypothesis().ifPresent(guess -> facts.add(new Fact("Guess", guess)));
        facts.addAll(Values.of(redactor.redact(found.evidence())));
        found.snapshots().forEach(snapshot -> facts.addAll(readings(snapshot)));
        sheet.facts(facts);
    }

    private static List<Fact> readings(Snapshot snapshot) {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Snapshot " + snapshot.id(),
                        snapshot.skill() + " at " + FULL.format(snapshot.capturedAt())));
        snapshot.readings()
                .forEach(
                        (metric, reading) -> {
                            if (reading instanceof Reading.Known(double value)) {
                                facts.add(
                                        new Fact(
                                                metric.name(),
                                                "%s %s"
                                                        .formatted(
                                                                Values.number(value),
                                                                metric.unit().symbol())
                                                        .strip()));
                            }
                        });
        return facts;
    }

    private void otherFindings() {
        List<Notification> others =
                one().notifications().stream()
                        .filter(
                                found ->
                                        one().insights().stream()
                                                .noneMatch(
                                                        insight ->
                                                                insight.notificationIds()
                                                                        .contains(found.id())))
                        .toList();
        if (!others.isEmpty()) {
            sheet.section("Also found");
            others.forEach(found -> finding("", found));
        }
    }

    private void timeline() {
        sheet.section("Timeline");
        sheet.text("Times are UTC.");
        sheet.steps(
                TimelineLine.of(kept).stream()
                        .map(line -> List.of(clock(line.at()), line.who(), line.text()))
                        .toList());
    }

    private static String clock(Instant time) {
        return CLOCK.format(time);
    }

    private void notMeasured() {
        var missing = new LinkedHashSet<>(one().unseen());
        one().notifications().stream()
                .flatMap(found -> found.snapshots().stream())
                .forEach(
                        snapshot ->
                                snapshot.readings()
                                        .forEach(
                                                (metric, reading) -> {
                                                    if (reading
                                                            instanceof
                                                            Reading.Unavailable(String why)) {
                                                        missing.add(metric.id() + ": " + why);
                                                    }
                                                }));
        sheet.section("What could not be measured");
        if (missing.isEmpty()) {
            sheet.text("Everything that was looked for could be measured.");
        } else {
            sheet.items(List.copyOf(missing));
        }
    }

    private void questions() {
        if (kept.answers().isEmpty()) {
            return;
        }
        sheet.section("Questions afterwards");
        for (ChatAnswer answer : kept.answers()) {
            sheet.part(answer.question());
            sheet.text(
                    answer.answered()
                            ? answer.text()
                            : "No answer: %s %s"
                                    .formatted(answer.outcome().word(), answer.outcome().detail()));
        }
    }

    private void run() {
        Usage usage = one().usage();
        sheet.section("The investigation");
        sheet.facts(
                List.of(
                        new Fact("Id", one().id().value()),
                        new Fact("Begun by", kept.trigger().word().replace('_', ' ')),
                        new Fact("Began", FULL.format(one().startedAt())),
                        new Fact(
                                "Took", Values.number(one().duration().toMillis() / 1000.0) + " s"),
                        new Fact(
                                "Ended",
                                (one().outcome().word() + " " + one().outcome().detail()).strip()),
                        new Fact("Strategy", one().request().strategy().word()),
                        new Fact(
                                "Asked of models",
                                "%d calls, %d tokens, %.4f USD"
                                        .formatted(
                                                usage.calls(),
                                                usage.inputTokens() + usage.outputTokens(),
                                                usage.money()))));
        sheet.text(
                "Written by Hotlens. What looks like a secret was replaced by "
                        + Redactor.MARK
                        + ".");
    }
}
