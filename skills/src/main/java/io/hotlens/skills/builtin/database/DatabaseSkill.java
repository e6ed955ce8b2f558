package io.hotlens.skills.builtin.database;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the application asks of its database, and who holds its connections.
public final class DatabaseSkill implements Skill {

    private static final String FROM_EVENTS =
            " in the last minute; quicker ones than 20 ms are not seen (jdk.SocketRead through a"
                    + " JDBC driver).";
    private static final String FROM_POOLS = " over all pools (pool MBeans, read each 5 s).";

    private static final Metric COUNT =
            metric("query_count_1m", Unit.COUNT, "Answers waited for" + FROM_EVENTS);
    private static final Metric AVERAGE =
            metric("avg_query_ms", Unit.MILLISECONDS, "Mean wait for an answer" + FROM_EVENTS);
    private static final Metric MAX =
            metric("max_query_ms", Unit.MILLISECONDS, "Longest wait for an answer" + FROM_EVENTS);
    private static final Metric P95 =
            metric(
                    "p95_query_ms",
                    Unit.MILLISECONDS,
                    "The wait that 95 of 100 did not exceed" + FROM_EVENTS);
    private static final Metric SLOW =
            metric("slow_query_count", Unit.COUNT, "Waits of 500 ms or more" + FROM_EVENTS);
    private static final Metric ERRORS =
            metric(
                    "error_count",
                    Unit.COUNT,
                    "SQL exceptions of the last minute, 100 a second at most"
                            + " (jdk.JavaExceptionThrow, JDK 25).");
    private static final Metric ACTIVE =
            metric("pool_active", Unit.COUNT, "Connections in use" + FROM_POOLS);
    private static final Metric WAITING =
            metric("pool_waiting", Unit.COUNT, "Threads that wait for a connection" + FROM_POOLS);

    private static final String DUMP = "Thread.print without -l";

    private static final Callback STATS =
            Callback.of(
                            "db_query_stats",
                            "Places that waited for the database in the last minute, by time spent."
                                + " With closely=true every wait is watched for some seconds from"
                                + " now, also the shortest: ask again after ten seconds for"
                                + " close_look, which tells queries repeated for each row (nil"
                                + " where the flight recorder does not run).",
                            "{total, showing, items = [{at, server, queries, avg_ms, p95_ms,"
                                + " max_ms, slow}], window_s, seen_from_ms, close_look = {complete,"
                                + " window_s, queries, repeated = [{at, parent_at, per_parent,"
                                + " queries, median_ms}]}, hibernate = {...}}",
                            "jdk.SocketRead with stacks through a JDBC driver; Hibernate's MBean")
                    .with(Parameter.bool("closely", false, "watch every wait for some seconds"))
                    .costing(Impact.LOW);
    private static final Callback SLOW_QUERIES =
            Callback.of(
                            "db_slow_queries",
                            "Places that waited 500 ms or more for an answer in the last minute,"
                                    + " longest first, and queries not answered since an earlier"
                                    + " look.",
                            "{total, showing, items = [{at, server, queries, avg_ms, p95_ms,"
                                + " max_ms, slow}], slow_from_ms, running = [{name, at, running_ms,"
                                + " looks}], looks}",
                            "jdk.SocketRead; " + DUMP)
                    .with(Parameter.limit())
                    .costing(Impact.LOW);
    private static final Callback POOLS =
            Callback.of(
                            "db_pool_stats",
                            "Connection pools, threads that wait for a connection, and at how many"
                                    + " looks of the last 40 s anybody was inside a driver."
                                    + " has_pool: a pool or a JDBC driver is there, by MBeans or"
                                    + " by threads of its own.",
                            "{total, showing, items = [{name, kind, active, idle, max, waiting,"
                                    + " full}], waiting_threads, waiting_looks, waits_at,"
                                    + " waiting_pool, longest_wait_ms, has_pool, looks,"
                                    + " looks_in_driver, asks_database}",
                            "MBeans of HikariCP, DBCP2, c3p0, Tomcat JDBC, Druid; " + DUMP)
                    .costing(Impact.LOW);
    private static final Callback HOLDERS =
            Callback.of(
                            "db_connection_holders",
                            "Threads that hold a connection, since when and doing what: inside the"
                                + " driver, inside a framework's transaction, or likely, because"
                                + " others wait for a connection in the same method, or the method"
                                + " that asked has not returned.",
                            "{total, showing, items = [{name, how, since, unix_ms, held_ms, doing,"
                                    + " at, stack}], looks}",
                            DUMP + "; jdk.SocketRead")
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);

    private static Metric metric(String name, Unit unit, String meaning) {
        return new Metric("database", name, unit, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("database");
    }

    @Override
    public String title() {
        return "Database";
    }

    @Override
    public String description() {
        return "Slow and repeated queries, who holds connections, leaks of connections, row locks.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("database");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(COUNT, AVERAGE, MAX, P95, SLOW, ERRORS, ACTIVE, WAITING);
    }

    @Override
    public List<Callback> callbacks() {
        return Stream.concat(
                        Stream.of(STATS, SLOW_QUERIES, POOLS, HOLDERS),
                        Arrays.stream(PgQuestion.values()).map(PgQuestion::describe))
                .toList();
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("database");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new DatabaseReader(context);
        var session = new PgSession(context.database());
        var answers = new DatabaseAnswers(reader, session);
        BoundSkill.Builder skill =
                BoundSkill.of(this, context)
                        .metric(COUNT, () -> reader.ofQueries(q -> q.all().size()))
                        .metric(AVERAGE, () -> reader.ofQueries(Queries::averageMs))
                        .metric(MAX, () -> reader.ofQueries(Queries::maxMs))
                        .metric(P95, () -> reader.ofQueries(Queries::p95Ms))
                        .metric(
                                SLOW,
                                () -> reader.ofQueries(q -> q.slowerThan(DatabaseAnswers.SLOW_MS)))
                        .metric(ERRORS, reader::errorCount)
                        .metric(ACTIVE, () -> reader.sum(Pool::active))
                        .metric(WAITING, () -> reader.sum(Pool::waiting))
                        .bind(STATS, a -> answers.queryStats(a.bool("closely")))
                        .bind(
                                SLOW_QUERIES,
                                _ -> reader.dumpCost(),
                                a -> answers.slowQueries(a.count("limit")))
                        .bind(POOLS, _ -> reader.dumpCost(), _ -> answers.poolStats())
                        .bind(HOLDERS, _ -> reader.dumpCost(), _ -> answers.holders())
                        .owning(reader.listen())
                        .owning(reader.closeLook())
                        .owning(session);
        for (PgQuestion question : PgQuestion.values()) {
            skill.bind(question.describe(), a -> answers.postgres(question, question.limit(a)));
        }
        return skill.build();
    }
}
