package io.hotlens.skills.builtin.logger;

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

/// What the target writes to its logs.
public final class LoggerSkill implements Skill {

    private static final Metric COUNT =
            count("log_count_1m", "Log records of the last minute, or since we connected.");
    private static final Metric ERRORS =
            count("error_count_1m", "Records of level error or higher in the last minute.");
    private static final Metric WARNINGS =
            count("warning_count_1m", "Records of level warning in the last minute.");
    private static final Metric ERROR_RATE =
            new Metric(
                    "logger",
                    "error_rate_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Share of errors among the records of the last minute (log files).");
    private static final Metric ERROR_LOGGERS =
            count("unique_error_loggers", "Loggers that wrote an error in the last minute.");

    private static final String SOURCE =
            "log files that the target has open for writing on the same host, and those that"
                    + " logger_follow() names; read each half second, secrets taken out";
    private static final String ITEMS =
            "{total, showing, items = [{read_at, unix_ms, time, level, logger, thread, message,"
                    + " more = [...], file}]}";
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error");

    private static final Callback STATS =
            Callback.of(
                    "logger_stats",
                    "How much is logged and how much of it is errors, over the last minute and the"
                            + " last 15 s (to 5 s), and which files are read.",
                    "{last_minute = {window_s, records, records_per_s, errors, warnings,"
                        + " error_rate_pct}, last_15_s = {...}, unique_error_loggers, watched_s,"
                        + " files = [{path, lines, skipped_bytes, trouble}], unavailable}",
                    SOURCE);
    private static final Callback RECENT =
            Callback.of(
                            "logger_recent",
                            "The newest records of at least a level, newest first; the newest 2000"
                                    + " are held, 1000 warnings and errors.",
                            ITEMS,
                            SOURCE)
                    .with(Parameter.limit(), Parameter.choice("level", LEVELS, "the least level"));
    private static final Callback ERRORS_LIST =
            Callback.of(
                            "logger_errors",
                            "The newest errors with their stack traces, newest first.",
                            ITEMS,
                            SOURCE)
                    .with(Parameter.limit());
    private static final Callback SEARCH =
            Callback.of(
                            "logger_search",
                            "Held records whose message, stack trace or logger matches, newest"
                                    + " first.",
                            ITEMS,
                            SOURCE)
                    .with(
                            Parameter.text("pattern", "a regular expression (RE2)"),
                            Parameter.limit());
    private static final Callback BY_LOGGER =
            Callback.of(
                            "logger_by_logger",
                            "Without a name the loudest loggers of the last minute, else the newest"
                                    + " records of that logger.",
                            "{total, showing, items = [{logger, records, records_per_s, share_pct,"
                                    + " errors, warnings}], window_s}, or as logger_recent",
                            SOURCE)
                    .with(
                            Parameter.text("name", "a logger's name; empty text for all"),
                            Parameter.limit());
    private static final Callback LEVELS_SEEN =
            Callback.of(
                            "logger_levels",
                            "How many records of each level the last minute had, and the levels"
                                    + " that are configured, where the target shows them.",
                            "{seen_1m = {error, warn, ...}, configured = [{logger, level}], note}",
                            SOURCE + "; MBeans of Log4j 2")
                    .costing(Impact.LOW);
    private static final Callback FOLLOW =
            Callback.of(
                            "logger_follow",
                            "Follows one more log file, such as that of a target whose files cannot"
                                + " be found, or reads a rotated one (.gz too) once. What it holds"
                                + " already can be searched, but is not counted.",
                            "{files = [{path, lines, skipped_bytes, trouble}]}",
                            "the named file")
                    .with(Parameter.text("path", "absolute path of a log file"));

    private static Metric count(String name, String meaning) {
        return new Metric("logger", name, Unit.COUNT, MetricKind.GAUGE, meaning + " (log files)");
    }

    @Override
    public SkillId id() {
        return new SkillId("logger");
    }

    @Override
    public String title() {
        return "Logs";
    }

    @Override
    public String description() {
        return "What the application logs: how much, which errors, from which loggers.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("logger");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(COUNT, ERRORS, WARNINGS, ERROR_RATE, ERROR_LOGGERS);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(STATS, RECENT, ERRORS_LIST, SEARCH, BY_LOGGER, LEVELS_SEEN, FOLLOW);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("logger");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new LoggerReader(context);
        var answers = new LoggerAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(COUNT, answers::count)
                .metric(ERRORS, () -> answers.count(LogLevel.ERROR))
                .metric(WARNINGS, () -> answers.count(LogLevel.WARN))
                .metric(ERROR_RATE, answers::errorRatePct)
                .metric(ERROR_LOGGERS, answers::errorLoggers)
                .bind(STATS, _ -> answers.stats())
                .bind(RECENT, a -> answers.recent(a.count("limit"), a.text("level")))
                .bind(ERRORS_LIST, a -> answers.errors(a.count("limit")))
                .bind(SEARCH, a -> answers.search(a.text("pattern"), a.count("limit")))
                .bind(BY_LOGGER, a -> answers.byLogger(a.text("name"), a.count("limit")))
                .bind(LEVELS_SEEN, _ -> answers.levels())
                .bind(FOLLOW, a -> answers.follow(a.text("path")))
                .owning(reader)
                .build();
    }
}
