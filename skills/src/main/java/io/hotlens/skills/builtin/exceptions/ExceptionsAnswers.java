package io.hotlens.skills.builtin.exceptions;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.exceptions.ExceptionsAnalysis.Group;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.skill.BadArguments;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Puts the answers of the exceptions skill together.
final class ExceptionsAnswers {

    private static final int TOP = 5;
    private static final int SHORT_STACK = 8;

    private final ExceptionsReader reader;

    ExceptionsAnswers(ExceptionsReader reader) {
        this.reader = reader;
    }

    Reading fiveMinutes() {
        Series counter = reader.created(ExceptionsReader.LAST_FIVE_MINUTES);
        return counter.points().size() < 2 ? reader.unknown() : Reading.of(Rates.rise(counter));
    }

    Reading perSecond() {
        return reader.perSecond(ExceptionsReader.LAST_SECONDS);
    }

    Reading errors() {
        return Reading.of(errors(reader.seen(ExceptionsReader.LAST_FIVE_MINUTES)).size());
    }

    private static List<Thrown> errors(List<Thrown> all) {
        return all.stream().filter(one -> one.kind() == Thrown.Kind.ERROR).toList();
    }

    Reading uniqueTypes() {
        return ofTypes(List::size);
    }

    Reading topTypes() {
        return ofTypes(ExceptionsAnalysis::topTypes);
    }

    private Reading ofTypes(java.util.function.ToIntFunction<List<Group>> count) {
        List<Group> types =
                ExceptionsAnalysis.byType(reader.seen(ExceptionsReader.LAST_FIVE_MINUTES));
        return types.isEmpty()
                ? Reading.unavailable("no exception was seen one by one in the last five minutes")
                : Reading.of(count.applyAsInt(types));
    }

    Data stats() {
        Reading rate = reader.perSecond(ExceptionsReader.LAST_SECONDS);
        ExceptionWatch.Mode mode = reader.look();
        List<Thrown> seen = reader.seen(ExceptionsReader.LAST_MINUTE);
        Series counter = reader.created(ExceptionsReader.LAST_FIVE_MINUTES);
        List<Group> types = ExceptionsAnalysis.byType(seen);
        var vm = Data.fields();
        reader.vmCounts()
                .forEach((name, count) -> vm.put(name.toLowerCase(Locale.ROOT), (double) count));
        return Data.fields()
                .put("exceptions_per_s", rounded(rate).toData())
                .put(
                        "exceptions_per_s_1m",
                        rounded(reader.perSecond(ExceptionsReader.LAST_MINUTE)).toData())
                .put("exceptions_5m", fiveMinutes().toData())
                .put("window_s", rounded(counter.span().toMillis() / 1000.0))
                .put("created_since_start", created(counter).toData())
                .put("errors_5m", errors().toData())
                .put("vm_errors_since_start", vm.build())
                .put("seen_1m", seen.size())
                .put("types", types.stream().limit(TOP).map(g -> type(g, rate)).toList())
                .put(
                        "sites",
                        ExceptionsAnalysis.bySite(seen).stream()
                                .limit(TOP)
                                .map(ExceptionsAnswers::site)
                                .toList())
                .put("seeing", mode.words())
                .build();
    }

    private Reading created(Series counter) {
        return counter.isEmpty()
                ? reader.unknown()
                : Reading.of(counter.points().getLast().value());
    }

    private static Data type(Group group, Reading rate) {
        FieldsBuilder fields =
                Data.fields()
                        .put("type", group.key())
                        .put("kind", word(group.newest()))
                        .put("seen", group.seen())
                        .put("share_pct", rounded(group.share() * 100));
        if (rate instanceof Reading.Known(double perSecond)) {
            fields.put("estimated_per_s", rounded(group.share() * perSecond));
        }
        return fields.put("newest_message", group.newest().message()).build();
    }

    private static Data site(Group group) {
        return Data.fields()
                .put("site", group.newest().site())
                .put("type", group.newest().type())
                .put("seen", group.seen())
                .put("share_pct", rounded(group.share() * 100))
                .put("id", group.newest().id())
                .build();
    }

    private static String word(Thrown thrown) {
        return thrown.kind().name().toLowerCase(Locale.ROOT);
    }

    Data recent(int limit, String kind) {
        return page(one -> kind.equals("all") || word(one).equals(kind), limit);
    }

    Data search(String pattern, int limit) {
        return page(ExceptionsAnalysis.matching(pattern), limit);
    }

    private Data page(Predicate<Thrown> wanted, int limit) {
        ExceptionWatch.Mode mode = reader.look();
        List<Thrown> all =
                reader.seen(ExceptionsReader.LAST_FIVE_MINUTES).stream().filter(wanted).toList();
        return pageOf(all, limit).put("seeing", mode.words()).build();
    }

    private FieldsBuilder pageOf(List<Thrown> all, int limit) {
        List<Data> shown =
                all.stream()
                        .limit(Math.clamp(limit, 0, Page.MAX_LIMIT))
                        .map(one -> describe(one, SHORT_STACK))
                        .toList();
        return new Page(all.size(), shown).fields();
    }

    Data byType(String type, int limit) {
        ExceptionWatch.Mode mode = reader.look();
        List<Thrown> all =
                reader.seen(ExceptionsReader.LAST_FIVE_MINUTES).stream()
                        .filter(ExceptionsAnalysis.ofType(type))
                        .toList();
        Duration span =
                all.isEmpty()
                        ? Duration.ZERO
                        : Duration.between(all.getLast().at(), all.getFirst().at());
        return pageOf(all, limit)
                .put("span_s", rounded(span.toMillis() / 1000.0))
                .put(
                        "sites",
                        ExceptionsAnalysis.bySite(all).stream()
                                .limit(TOP)
                                .map(ExceptionsAnswers::site)
                                .toList())
                .put("seeing", mode.words())
                .build();
    }

    Data stacktrace(String id) {
        Thrown found =
                reader.find(id)
                        .orElseThrow(
                                () ->
                                        new BadArguments(
                                                ("no exception '%s' is held; ids come from"
                                                     + " exception_recent() and the like")
                                                        .formatted(id)));
        return describe(found, Integer.MAX_VALUE);
    }

    private Data describe(Thrown one, int frames) {
        return Data.fields()
                .put("id", one.id())
                .putTime("at", one.at())
                .put("kind", word(one))
                .put("type", one.type())
                .put("message", one.message())
                .put("thread", reader.thread(one))
                .put("site", one.site())
                .put("stack", one.stack().stream().limit(frames).map(Data::of).toList())
                .build();
    }
}
