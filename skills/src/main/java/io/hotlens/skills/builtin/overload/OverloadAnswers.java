package io.hotlens.skills.builtin.overload;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.builtin.PoolWaits;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Puts the answers of the overload skill together.
final class OverloadAnswers {

    private static final int MOST_NAMES = 10;
    private static final int STACK = 12;

    private final OverloadReader reader;

    OverloadAnswers(OverloadReader reader) {
        this.reader = reader;
    }

    Data queueStatus() {
        List<ThreadDump> dumps = reader.dumps();
        List<Data> pools =
                reader.pools().stream()
                        .map(pool -> pool(pool).put("saturated", pool.saturated()).build())
                        .map(Data.class::cast)
                        .toList();
        List<Workers> workers = dumps.isEmpty() ? List.of() : Workers.in(dumps.getLast());
        return Page.of(pools, Page.MAX_LIMIT)
                .fields()
                .put("executors", workers.stream().map(one -> executor(one, dumps)).toList())
                .put(
                        "full_queues",
                        FullQueues.in(dumps).stream().map(OverloadAnswers::fullQueue).toList())
                .put("looks", dumps.size())
                .put("span_s", seconds(span(dumps)))
                .put("note", note(pools))
                .build();
    }

    private static String note(List<Data> pools) {
        return pools.isEmpty()
                ? "no pool shows itself by MBeans; HikariCP needs registerMbeans=true, Spring"
                      + " Boot's Tomcat server.tomcat.mbeanregistry.enabled=true; executors of the"
                      + " JDK never tell the length of their queue"
                : "";
    }

    private static FieldsBuilder pool(Pool pool) {
        return Data.fields()
                .put("name", pool.name())
                .put("kind", pool.kind().title())
                .put("purpose", purpose(pool))
                .put("active", pool.active())
                .put("idle", pool.idle())
                .put("max", pool.max())
                .put("waiting", pool.waiting());
    }

    private static String purpose(Pool pool) {
        return pool.kind().purpose().name().toLowerCase(Locale.ROOT);
    }

    private static Data executor(Workers one, List<ThreadDump> dumps) {
        var doing = Data.fields();
        one.doing().forEach((activity, count) -> doing.put(activity.word(), count));
        long allBusy =
                dumps.stream()
                        .filter(
                                dump ->
                                        Workers.in(dump).stream()
                                                .anyMatch(
                                                        w ->
                                                                w.group().equals(one.group())
                                                                        && w.allBusy()))
                        .count();
        return Data.fields()
                .put("group", one.group())
                .put("workers", one.all().size())
                .put("busy", one.busy())
                .put("looks_all_busy", allBusy)
                .put("doing", doing.build())
                .put("at", one.at())
                .build();
    }

    private static Data fullQueue(FullQueues one) {
        return Data.fields()
                .put("at", one.at())
                .put("producers", one.producers().size())
                .put("names", names(one.producers()))
                .put("looks", one.looks())
                .put("longest_wait_ms", one.longest().toMillis())
                .build();
    }

    private static List<Data> names(List<Stack> stacks) {
        return stacks.stream().limit(MOST_NAMES).map(stack -> Data.of(stack.name())).toList();
    }

    /// Pools that somebody waits for, by their MBeans; and waiting seen in stacks only.
    Data overloadedPools(int limit) {
        List<ThreadDump> dumps = reader.dumps();
        PoolWaits waits = PoolWaits.in(dumps);
        List<Double> ended = reader.endedWaits();
        var items = new ArrayList<Data>();
        boolean told = false;
        for (Pool pool : reader.pools()) {
            if (pool.saturated()) {
                boolean connections = purpose(pool).equals("connections");
                told |= connections;
                FieldsBuilder fields = pool(pool).put("looks_waiting", looksSaturated(pool));
                fields.put("saturated_s", seconds(since(pool)));
                items.add(
                        connections
                                ? waiting(fields, waits, ended).build()
                                : fields.put("at", workersAt(pool, dumps)).build());
            }
        }
        if (!told && !waits.waiting().isEmpty()) {
            items.add(
                    waiting(
                                    Data.fields()
                                            .put("name", waits.pool().orElse(""))
                                            .put("kind", "seen in stacks")
                                            .put("purpose", "connections")
                                            .put("waiting", waits.waiting().size())
                                            .put("looks_waiting", waits.looks()),
                                    waits,
                                    ended)
                            .build());
        }
        return Page.of(items, limit)
                .fields()
                .put("looks", dumps.size())
                .put("span_s", seconds(span(dumps)))
                .build();
    }

    private Duration since(Pool pool) {
        return Duration.between(reader.saturatedSince(pool), reader.now());
    }

    private long looksSaturated(Pool pool) {
        Instant since = reader.saturatedSince(pool);
        return reader.looks().stream()
                .map(PoolHistory.Look::at)
                .filter(at -> !at.isBefore(since))
                .count();
    }

    private static String workersAt(Pool pool, List<ThreadDump> dumps) {
        return dumps.isEmpty()
                ? ""
                : Workers.in(dumps.getLast()).stream()
                        .filter(one -> one.group().startsWith(Frames.group(pool.name())))
                        .findFirst()
                        .map(Workers::at)
                        .orElse("");
    }

    private static FieldsBuilder waiting(FieldsBuilder to, PoolWaits waits, List<Double> ended) {
        var times = new WaitTimes(ended, waits.longest().toMillis());
        return to.put("waiting_threads", names(waits.waiting()))
                .put("waits_at", waits.at())
                .put("longest_wait_ms", rounded(times.longest()))
                .put("usual_wait_ms", rounded(times.usual()))
                .put("ended_waits", ended.size());
    }

    Data bottlenecks() {
        List<ThreadDump> dumps = reader.dumps();
        String pool = PoolWaits.in(dumps).pool().orElse("");
        List<Data> items =
                dumps.isEmpty()
                        ? List.of()
                        : new Waits(dumps.getLast(), pool)
                                .bottlenecks().stream().map(OverloadAnswers::bottleneck).toList();
        return Page.of(items, Page.DEFAULT_LIMIT).toData();
    }

    private static Data bottleneck(Waits.Bottleneck one) {
        FieldsBuilder fields =
                thing(one.thing())
                        .put("waiters", one.waiters().size())
                        .put("waiting", names(one.waiters()))
                        .put("holders", names(one.holders()))
                        .put(
                                "chain",
                                one.chain().stream()
                                        .map(thing -> (Data) thing(thing).build())
                                        .toList());
        one.end()
                .ifPresent(
                        stack ->
                                fields.put("held_up_by", stack.name())
                                        .put("held_up_doing", Activity.of(stack).word())
                                        .put("held_up_at", Frames.place(Frames.of(stack)))
                                        .put("stack", stack(stack)));
        return fields.build();
    }

    private static List<Data> stack(Stack stack) {
        return Frames.of(stack).stream().limit(STACK).map(Data::of).toList();
    }

    private static FieldsBuilder thing(Waits.Thing thing) {
        return Data.fields().put("kind", thing.kind()).put("name", thing.name());
    }

    Data cascades() {
        List<ThreadDump> dumps = reader.dumps();
        List<Pool> pools = reader.pools();
        String pool = PoolWaits.in(dumps).pool().orElse("");
        List<Data> items =
                Cascade.in(pools, reader::saturatedSince, dumps, pool).stream()
                        .map(OverloadAnswers::cascade)
                        .toList();
        return Page.of(items, Page.MAX_LIMIT).toData();
    }

    private static Data cascade(Cascade one) {
        return Data.fields()
                .put("resource", one.resource())
                .put("kind", one.kind())
                .putTime("since", one.since())
                .put("waiting", one.waiting())
                .put(
                        "caused_by",
                        one.causedBy()
                                .map(thing -> (Data) thing(thing).build())
                                .orElse(Data.NOTHING))
                .build();
    }

    Data growth() {
        List<Data> items =
                reader.pools().stream()
                        .flatMap(this::growths)
                        .filter(Growth::known)
                        .sorted(Comparator.comparing(Growth::urgency).reversed())
                        .map(OverloadAnswers::growth)
                        .toList();
        return Page.of(items, Page.MAX_LIMIT).toData();
    }

    private Stream<Growth> growths(Pool pool) {
        return Stream.of(
                Growth.of(pool, "waiting", reader.series(pool, Pool::waiting), Double.NaN),
                Growth.of(pool, "active", reader.series(pool, Pool::active), pool.max()));
    }

    private static Data growth(Growth one) {
        return Data.fields()
                .put("name", one.pool().name())
                .put("kind", one.pool().kind().title())
                .put("purpose", purpose(one.pool()))
                .put("what", one.what())
                .put("value", one.value())
                .put("rise_per_min", rounded(one.slope().perMinute()))
                .put("r2", rounded(one.slope().r2()))
                .put("window_s", seconds(one.slope().span()))
                .put("limit", one.limit())
                .put("minutes_to_limit", rounded(one.minutesToLimit()))
                .put("full", one.pool().full())
                .put("urgency", one.urgency().word())
                .build();
    }

    private static Duration span(List<ThreadDump> dumps) {
        return dumps.size() < 2
                ? Duration.ZERO
                : Duration.between(dumps.getFirst().at(), dumps.getLast().at());
    }

    private static double seconds(Duration time) {
        return rounded(time.toMillis() / 1000.0);
    }
}
