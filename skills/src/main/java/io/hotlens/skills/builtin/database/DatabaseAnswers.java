package io.hotlens.skills.builtin.database;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.builtin.PoolWaits;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.target.ThreadDump;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Puts the answers of the database skill together.
final class DatabaseAnswers {

    /// A query that lasts this long is slow to those who wait for it.
    static final double SLOW_MS = 500;

    private static final int STACK = 16;

    private final DatabaseReader reader;
    private final PgSession session;

    DatabaseAnswers(DatabaseReader reader, PgSession session) {
        this.reader = reader;
        this.session = session;
    }

    Data queryStats(boolean closely) {
        if (closely) {
            reader.closeLook().begin();
        }
        Queries minute = reader.lastMinute();
        List<Data> sites = minute.sites().stream().map(DatabaseAnswers::site).toList();
        FieldsBuilder stats =
                Page.of(sites, Page.DEFAULT_LIMIT)
                        .fields()
                        .put("window_s", DatabaseReader.MINUTE.toSeconds())
                        .put("seen_from_ms", DatabaseReader.SEEN_MS)
                        .put("close_look", reader.hasEvents() ? closeLook() : Data.NOTHING);
        reader.hibernate().ifPresent(values -> stats.put("hibernate", hibernate(values)));
        return stats.build();
    }

    private static Data hibernate(Map<String, Data> values) {
        var fields = Data.fields();
        values.forEach(
                (name, value) ->
                        fields.put(
                                name.replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                        .toLowerCase(java.util.Locale.ROOT),
                                value));
        return fields.build();
    }

    private static Data site(Queries.Site site) {
        return siteFields(site).build();
    }

    private static FieldsBuilder siteFields(Queries.Site site) {
        return Data.fields()
                .put("at", site.place())
                .put("server", site.server())
                .put("queries", site.count())
                .put("avg_ms", rounded(site.averageMs()))
                .put("p95_ms", rounded(site.p95Ms()))
                .put("max_ms", rounded(site.maxMs()))
                .put("slow", site.slowerThan(SLOW_MS));
    }

    private Data closeLook() {
        CloseLook.Result result = reader.closeLook().result();
        return Data.fields()
                .put("complete", result.complete())
                .put("window_s", result.window().toMillis() / 1000.0)
                .put("queries", result.queries().all().size())
                .put(
                        "repeated",
                        result.queries().repeated().stream()
                                .map(DatabaseAnswers::repeated)
                                .toList())
                .build();
    }

    private static Data repeated(Queries.Repeated one) {
        return Data.fields()
                .put("at", one.site().place())
                .put("parent_at", one.parent().place())
                .put("per_parent", rounded(one.perParent()))
                .put("queries", one.site().count())
                .put("median_ms", rounded(one.site().medianMs()))
                .build();
    }

    /// Slow places of the last minute, and queries that have not been answered yet.
    Data slowQueries(int limit) {
        List<Data> items =
                reader.lastMinute().sites().stream()
                        .filter(site -> site.slowerThan(SLOW_MS) > 0)
                        .sorted(Comparator.comparingDouble(Queries.Site::maxMs).reversed())
                        .map(DatabaseAnswers::site)
                        .toList();
        List<ThreadDump> dumps = reader.dumps();
        return Page.of(items, limit)
                .fields()
                .put("slow_from_ms", SLOW_MS)
                .put(
                        "running",
                        reader.holders(dumps).running().stream()
                                .limit(Math.clamp(limit, 0, Page.MAX_LIMIT))
                                .map(one -> running(one, newest(dumps)))
                                .toList())
                .put("looks", dumps.size())
                .build();
    }

    private static Instant newest(List<ThreadDump> dumps) {
        return dumps.isEmpty() ? Instant.EPOCH : dumps.getLast().at();
    }

    private static Data running(Holders.Running one, Instant now) {
        List<String> frames = Frames.of(one.stack());
        return Data.fields()
                .put("name", one.stack().name())
                .put("at", Frames.place(frames))
                .put("running_ms", Duration.between(one.since(), now).toMillis())
                .put("looks", one.looks())
                .build();
    }

    /// Pools with who waits, and whether anybody uses the connections that are out.
    Data poolStats() {
        List<ThreadDump> dumps = reader.dumps();
        PoolWaits waits = PoolWaits.in(dumps);
        List<Data> items = reader.pools().stream().map(DatabaseAnswers::pool).toList();
        return Page.of(items, Page.MAX_LIMIT)
                .fields()
                .put("waiting_threads", waits.waiting().size())
                .put("waiting_looks", waits.looks())
                .put("waits_at", waits.at())
                .put("waiting_pool", waits.pool().orElse(""))
                .put("longest_wait_ms", waits.longest().toMillis())
                .put("has_pool", !items.isEmpty() || keeps(dumps))
                .put("looks", dumps.size())
                .put("looks_in_driver", reader.holders(dumps).looksInDriver())
                .put("asks_database", session.given())
                .build();
    }

    private static boolean keeps(List<ThreadDump> dumps) {
        return !dumps.isEmpty() && Keepers.in(dumps.getLast());
    }

    private static Data pool(Pool pool) {
        return Data.fields()
                .put("name", pool.name())
                .put("kind", pool.kind().title())
                .put("active", pool.active())
                .put("idle", pool.idle())
                .put("max", pool.max())
                .put("waiting", pool.waiting())
                .put("full", pool.full())
                .build();
    }

    Data holders() {
        List<ThreadDump> dumps = reader.dumps();
        Holders holders = reader.holders(dumps);
        List<Data> items = holders.now().stream().map(one -> holder(one, newest(dumps))).toList();
        return Page.of(items, Page.MAX_LIMIT).fields().put("looks", dumps.size()).build();
    }

    private static Data holder(Holders.Holder one, Instant now) {
        List<String> frames = Frames.of(one.stack());
        return Data.fields()
                .put("name", one.stack().name())
                .put("how", one.how().word())
                .putTime("since", one.since())
                .put("held_ms", Duration.between(one.since(), now).toMillis())
                .put("doing", Activity.of(one.stack()).word())
                .put("at", Frames.place(frames))
                .put("stack", frames.stream().limit(STACK).map(Data::of).toList())
                .build();
    }

    Data postgres(PgQuestion question, int limit) {
        return Page.of(session.ask(question.sql()), limit).toData();
    }
}
