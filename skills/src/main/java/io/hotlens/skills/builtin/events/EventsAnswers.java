package io.hotlens.skills.builtin.events;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.events.Moment.Kind;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts the answers of the events skill together.
final class EventsAnswers {

    private static final int STACK = 16;

    private final EventsReader reader;

    EventsAnswers(EventsReader reader) {
        this.reader = reader;
    }

    Reading count(Kind kind) {
        return reader.whyBlind(kind)
                .map(Reading::unavailable)
                .orElseGet(() -> Reading.of(recent(kind).size()));
    }

    private List<Moment> recent(Kind kind) {
        return reader.moments(kind, EventsReader.LAST_FIVE_MINUTES);
    }

    private Stream<Moment> timed() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.LARGE_ALLOCATION)
                .flatMap(kind -> recent(kind).stream());
    }

    Reading longestMs() {
        return Reading.of(rounded(timed().mapToDouble(Moment::amount).max().orElse(0)));
    }

    Reading affectedThreads() {
        return Reading.of(
                timed().map(Moment::thread).filter(name -> !name.isEmpty()).distinct().count());
    }

    Data stats() {
        FieldsBuilder fields =
                Data.fields().put("window_s", rounded(reader.watched().toMillis() / 1000.0));
        for (Kind kind : Kind.values()) {
            fields.put(kind.word(), summary(kind));
        }
        return fields.put("way_to_stop", summary(wayToStop(), 1))
                .put("virtual_threads", scheduler())
                .build();
    }

    /// How long the last thread let all others wait before each stop.
    private List<Moment> wayToStop() {
        return recent(Kind.SAFEPOINT).stream()
                .filter(one -> one.what().equals(Moment.WAY_TO_STOP))
                .toList();
    }

    private Data summary(Kind kind) {
        Optional<String> blind = reader.whyBlind(kind);
        return blind.isPresent()
                ? Reading.unavailable(blind.get()).toData()
                : summary(recent(kind), kind.least());
    }

    private static Data summary(List<Moment> moments, double least) {
        return Data.fields()
                .put("count", moments.size())
                .put("total", rounded(moments.stream().mapToDouble(Moment::amount).sum()))
                .put(
                        "longest",
                        rounded(moments.stream().mapToDouble(Moment::amount).max().orElse(0)))
                .put("least", least)
                .build();
    }

    private Data scheduler() {
        Reading queued = reader.queued();
        if (!queued.isKnown()) {
            return queued.toData();
        }
        EventsReader.Scheduler now = reader.scheduler();
        return Data.fields()
                .put("parallelism", now.parallelism())
                .put("mounted", now.mounted())
                .put("queued", now.queued())
                .build();
    }

    Data get(Kind kind, int limit) {
        List<Moment> all = recent(kind);
        FieldsBuilder page =
                Page.of(all.stream().map(EventsAnswers::describe).toList(), limit).fields();
        reader.whyBlind(kind).ifPresent(why -> page.put("unavailable", why));
        return page.put("by_what", byWhat(all)).build();
    }

    Data get(String word, int limit) {
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElseThrow();
        return get(kind, limit);
    }

    private static Data describe(Moment one) {
        return Data.fields()
                .putTime("at", one.at())
                .put(
                        one.kind() == Kind.LARGE_ALLOCATION ? "size_mb" : "duration_ms",
                        rounded(one.amount()))
                .put("what", one.what())
                .put("thread", one.thread())
                .put("site", site(one.stack()))
                .put("stack", one.stack().stream().limit(STACK).map(Data::of).toList())
                .build();
    }

    private static String site(List<String> stack) {
        return stack.stream()
                .filter(frame -> !frame.startsWith("java.") && !frame.startsWith("jdk."))
                .filter(frame -> !frame.startsWith("sun."))
                .findFirst()
                .orElse(stack.isEmpty() ? "" : stack.getFirst());
    }

    /// The same moments added up by what they are about and where, largest sum first.
    private static List<Data> byWhat(List<Moment> all) {
        record Key(String what, String site) {}
        record Sum(int count, double total) {}
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Moment one : all) {
            sums.merge(
                    new Key(one.what(), site(one.stack())),
                    new Sum(1, one.amount()),
                    (a, b) -> new Sum(a.count() + b.count(), a.total() + b.total()));
        }
        return sums.entrySet().stream()
                .sorted(
                        java.util.Comparator.comparingDouble(
                                        (Map.Entry<Key, Sum> e) -> e.getValue().total())
                                .reversed())
                .limit(Page.DEFAULT_LIMIT)
                .map(
                        e ->
                                (Data)
                                        Data.fields()
                                                .put("what", e.getKey().what())
                                                .put("site", e.getKey().site())
                                                .put("count", e.getValue().count())
                                                .put("total", rounded(e.getValue().total()))
                                                .build())
                .toList();
    }

    Data carriers(int limit) {
        EventsReader.Scheduler now = reader.scheduler();
        Carriers carriers = reader.carriers();
        List<Data> items =
                carriers.sitting().stream()
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("id", (double) one.stack().id())
                                                        .put("looks", one.looks())
                                                        .put(
                                                                "since_s",
                                                                one.since().toMillis() / 1000.0)
                                                        .put("site", site(frames(one)))
                                                        .put(
                                                                "stack",
                                                                frames(one).stream()
                                                                        .limit(STACK)
                                                                        .map(Data::of)
                                                                        .toList())
                                                        .build())
                        .toList();
        return Page.of(items, limit)
                .fields()
                .put("parallelism", now.parallelism())
                .put("queued", now.queued())
                .put("looks", carriers.dumps().size())
                .put("different", carriers.different())
                .build();
    }

    private static List<String> frames(Carriers.Sitting one) {
        return one.stack().frames().stream().map(Object::toString).toList();
    }
}
