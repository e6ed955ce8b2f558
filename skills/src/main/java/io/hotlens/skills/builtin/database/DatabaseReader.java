package io.hotlens.skills.builtin.database;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.ThreadDump;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Reads waits for the database, errors, dumps and pools.
final class DatabaseReader {

    static final Duration MINUTE = Duration.ofMinutes(1);

    /// Quicker waits are not reported by the flight recorder.
    static final long SEEN_MS = 20;

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration HELD = Duration.ofSeconds(5);
    private static final Duration LOOK_BACK = Duration.ofSeconds(40);
    private static final int KEPT = 5_000;
    private static final int FEATURE_WITH_LIMITED_EXCEPTIONS = 25;
    private static final String HIBERNATE = "Hibernate:type=statistics,*";
    private static final List<String> HIBERNATE_NUMBERS =
            List.of(
                    "QueryExecutionCount",
                    "QueryExecutionMaxTime",
                    "QueryExecutionMaxTimeQueryString",
                    "PrepareStatementCount",
                    "ConnectCount",
                    "TransactionCount",
                    "EntityFetchCount",
                    "CollectionFetchCount");

    private final SkillContext context;
    private final RingBuffer<Query> queries = new RingBuffer<>(KEPT);
    private final RingBuffer<Instant> errors = new RingBuffer<>(KEPT);
    private final CloseLook closeLook;

    DatabaseReader(SkillContext context) {
        this.context = context;
        this.closeLook = new CloseLook(context);
    }

    CloseLook closeLook() {
        return closeLook;
    }

    boolean hasEvents() {
        return context.connection().capabilities().has(Capability.EVENT_STREAM);
    }

    private String whyNoEvents() {
        return context.connection()
                .capabilities()
                .whyMissing(Capability.EVENT_STREAM)
                .orElse("the flight recorder does not run");
    }

    /// Waits of the last minute that took 20 ms or more.
    Queries lastMinute() {
        Instant from = context.clock().instant().minus(MINUTE);
        return new Queries(
                queries.oldestFirst().stream().filter(q -> q.at().isAfter(from)).toList());
    }

    /// A number of the last minute's queries, or why there is none.
    Reading ofQueries(ToDoubleFunction<Queries> number) {
        return hasEvents()
                ? Reading.of(number.applyAsDouble(lastMinute()))
                : Reading.unavailable(whyNoEvents());
    }

    Reading errorCount() {
        if (!countsErrors()) {
            return Reading.unavailable(
                    hasEvents()
                            ? "needs JDK 25, whose flight recorder limits the rate of exceptions"
                            : whyNoEvents());
        }
        Instant from = context.clock().instant().minus(MINUTE);
        return Reading.of(errors.newestFirst().stream().filter(at -> at.isAfter(from)).count());
    }

    private boolean countsErrors() {
        return hasEvents()
                && context.connection().info().feature() >= FEATURE_WITH_LIMITED_EXCEPTIONS;
    }

    Subscription listen() {
        if (!hasEvents()) {
            return () -> {};
        }
        var wishes = new ArrayList<EventWish>();
        wishes.add(EventWish.of("jdk.SocketRead").threshold(SEEN_MS).withStack());
        if (countsErrors()) {
            wishes.add(EventWish.of("jdk.JavaExceptionThrow"));
        }
        return context.connection().events().subscribe(wishes, this::keep);
    }

    private void keep(TargetEvent.Recorded event) {
        if (event.type().equals("jdk.SocketRead")) {
            Query.of(event).filter(q -> q.millis() >= SEEN_MS).ifPresent(queries::add);
        } else if (event.fields().getOrDefault("thrownClass", Data.NOTHING)
                        instanceof Data.Text(String type)
                && isOfDatabase(type)) {
            errors.add(event.at());
        }
    }

    /// `java.sql.SQLException` and what drivers make of it: `org.postgresql.util.PSQLException`.
    static boolean isOfDatabase(String type) {
        return type.contains("SQL") && type.endsWith("Exception");
    }

    /// Whether stacks can be had at all.
    boolean seesStacks() {
        return context.connection().capabilities().has(Capability.THREAD_DUMP);
    }

    /// The dumps of the last seconds, oldest first, a fresh one among them; none where stacks
    /// cannot be had.
    List<ThreadDump> dumps() {
        if (!seesStacks()) {
            return List.of();
        }
        Instant from = context.threads().dump(FRESH).at().minus(LOOK_BACK);
        return context.threads().dumps().stream().filter(d -> d.at().isAfter(from)).toList();
    }

    Cost dumpCost() {
        return seesStacks()
                ? Cost.pausing(
                        context.threads().predictedPause(),
                        context.threads().threadCount() + " threads")
                : Cost.LOW;
    }

    /// Who asked the database lately, by all that is known.
    Holders holders(List<ThreadDump> dumps) {
        Instant from = context.clock().instant().minus(LOOK_BACK);
        var asked = new ArrayList<>(closeLook.result().queries().all());
        asked.addAll(lastMinute().all());
        asked.removeIf(query -> query.at().isBefore(from));
        return new Holders(dumps, asked);
    }

    List<Pool> pools() {
        return connectionPools(context.pools().now(FRESH).pools());
    }

    private static List<Pool> connectionPools(List<Pool> all) {
        return all.stream().filter(p -> p.kind().purpose() == Purpose.CONNECTIONS).toList();
    }

    /// A number summed over the connection pools; unavailable when none shows itself.
    Reading sum(ToDoubleFunction<Pool> number) {
        double[] told =
                connectionPools(context.pools().now(HELD).pools()).stream()
                        .mapToDouble(number)
                        .filter(Double::isFinite)
                        .toArray();
        return told.length == 0
                ? Reading.unavailable("no connection pool shows itself by MBeans here")
                : Reading.of(java.util.Arrays.stream(told).sum());
    }

    /// Hibernate's own statistics, when the application shows them by an MBean.
    Optional<Map<String, Data>> hibernate() {
        return context.connection().beans().find(HIBERNATE).stream()
                .findFirst()
                .map(bean -> context.connection().beans().get(bean, HIBERNATE_NUMBERS));
    }
}
