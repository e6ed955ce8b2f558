package io.hotlens.skills.builtin.exceptions;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;

/// Exceptions and errors.
public final class ExceptionsSkill implements Skill {

    private static final Metric FIVE_MINUTES =
            metric(
                    "exceptions_5m",
                    Unit.COUNT,
                    "Throwables created in the last five minutes, or since we connected"
                            + " (jdk.ExceptionStatistics).");
    private static final Metric PER_SECOND =
            metric(
                    "exceptions_per_s",
                    Unit.PER_SECOND,
                    "Throwables created each second, over the last 10 s"
                            + " (jdk.ExceptionStatistics).");
    private static final Metric ERRORS =
            metric(
                    "errors_5m",
                    Unit.COUNT,
                    "Errors seen in the last five minutes; of those that the JVM itself throws at"
                            + " least so many (jdk.JavaErrorThrow, VM.events each 10 s).");
    private static final Metric TOP_TYPES =
            metric(
                    "top_types",
                    Unit.COUNT,
                    "How many types make up nine tenths of the throwables seen one by one in the"
                            + " last five minutes.");
    private static final Metric UNIQUE_TYPES =
            metric(
                    "unique_types",
                    Unit.COUNT,
                    "Types among the throwables seen one by one in the last five minutes.");

    private static final String ONE_BY_ONE =
            "jdk.JavaExceptionThrow (JDK 25: at most 100/s; older: windows of 5 s while somebody"
                    + " asks, below 4000/s), jdk.JavaErrorThrow, VM.events";
    private static final String ITEMS =
            "{total, showing, items = [{id, at, unix_ms, kind, type, message, thread, site, stack ="
                    + " [...]}], seeing}";

    private static final Callback STATS =
            Callback.of(
                            "exception_stats",
                            "How many throwables are created, of which types and where, and the"
                                    + " errors that the JVM itself threw since its start.",
                            "{exceptions_per_s, exceptions_per_s_1m, exceptions_5m, window_s,"
                                + " created_since_start, errors_5m, vm_errors_since_start{...},"
                                + " seen_1m, types = [{type, kind, seen, share_pct,"
                                + " estimated_per_s, newest_message}], sites = [{site, type, seen,"
                                + " share_pct, id}], seeing}",
                            "jdk.ExceptionStatistics, VM.info, " + ONE_BY_ONE)
                    .costing(Impact.LOW);
    private static final Callback RECENT =
            Callback.of(
                            "exception_recent",
                            "The newest throwables of the last five minutes, newest first. Errors"
                                    + " that the JVM itself throws have no stack.",
                            ITEMS,
                            ONE_BY_ONE + "; Thread.print for the names of threads")
                    .with(
                            Parameter.limit(),
                            Parameter.choice(
                                    "kind", List.of("all", "exception", "error"), "which ones"))
                    .costing(Impact.LOW);
    private static final Callback BY_TYPE =
            Callback.of(
                            "exception_by_type",
                            "The newest throwables of one type, and where they are thrown.",
                            "as exception_recent, and {span_s, sites = [{site, type, seen,"
                                    + " share_pct, id}]}",
                            ONE_BY_ONE + "; Thread.print for the names of threads")
                    .with(
                            Parameter.text("type", "a class name, with or without its package"),
                            Parameter.limit())
                    .costing(Impact.LOW);
    private static final Callback SEARCH =
            Callback.of(
                            "exception_search",
                            "The newest throwables whose type, message or stack matches.",
                            ITEMS,
                            ONE_BY_ONE + "; Thread.print for the names of threads")
                    .with(
                            Parameter.text("pattern", "a regular expression (RE2)"),
                            Parameter.limit())
                    .costing(Impact.LOW);
    private static final Callback STACKTRACE =
            Callback.of(
                            "exception_stacktrace",
                            "One throwable with its whole stack.",
                            "{id, at, unix_ms, kind, type, message, thread, site, stack = [...]}",
                            ONE_BY_ONE)
                    .with(Parameter.text("id", "an id from another answer, such as x17"))
                    .costing(Impact.LOW);

    private static Metric metric(String name, Unit unit, String meaning) {
        return new Metric("exceptions", name, unit, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("exceptions");
    }

    @Override
    public String title() {
        return "Exceptions";
    }

    @Override
    public String description() {
        return "How many exceptions and errors are thrown, of which types, and where.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("exceptions");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(FIVE_MINUTES, PER_SECOND, ERRORS, TOP_TYPES, UNIQUE_TYPES);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(STATS, RECENT, BY_TYPE, SEARCH, STACKTRACE);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("exceptions");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new ExceptionsReader(context);
        var answers = new ExceptionsAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(FIVE_MINUTES, answers::fiveMinutes)
                .metric(PER_SECOND, answers::perSecond)
                .metric(ERRORS, answers::errors)
                .metric(TOP_TYPES, answers::topTypes)
                .metric(UNIQUE_TYPES, answers::uniqueTypes)
                .bind(STATS, _ -> answers.stats())
                .bind(
                        RECENT,
                        _ -> reader.namesCost(),
                        a -> answers.recent(a.count("limit"), a.text("kind")))
                .bind(
                        BY_TYPE,
                        _ -> reader.namesCost(),
                        a -> answers.byType(a.text("type"), a.count("limit")))
                .bind(
                        SEARCH,
                        _ -> reader.namesCost(),
                        a -> answers.search(a.text("pattern"), a.count("limit")))
                .bind(STACKTRACE, _ -> reader.namesCost(), a -> answers.stacktrace(a.text("id")))
                .owning(reader)
                .build();
    }
}
