package io.hotlens.app.bench;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What a model of the benches does in a run of so many iterations: it looks at two functions of
/// its skill, which answer some KB of threads and log records, takes snapshots, thinks, reports.
///
/// @param iterations at least 3
record Errand(int iterations) {

    /// One tool call.
    record Choice(String tool, Data arguments) {}

    private static final String THREADS =
            """
            local busy = {}
            for _, t in ipairs(%1$s_threads().threads) do
              if t.cpu_pct > 20 then busy[#busy + 1] = t end
            end
            return {busy = busy, seen = #%1$s_threads().threads, turn = %2$d}
            """;

    private static final String RECORDS = "return {records = %1$s_records().records, turn = %2$d}";

    private static final int ANSWERS = 100;
    private static final List<Data> THREAD_ANSWERS = answers(Errand::threads);
    private static final List<Data> RECORD_ANSWERS = answers(Errand::records);

    /// A skill whose answers differ from call to call, as those of a living target do, and take no
    /// time.
    static FakeSkill skill(String id) {
        var calls = new AtomicInteger();
        return FakeSkill.of(id, "return 1")
                .answering(id + "_threads", _ -> next(THREAD_ANSWERS, calls))
                .answering(id + "_records", _ -> next(RECORD_ANSWERS, calls));
    }

    private static List<Data> answers(IntFunction<Data> make) {
        return IntStream.range(0, ANSWERS).mapToObj(make).toList();
    }

    private static Data next(List<Data> answers, AtomicInteger calls) {
        return answers.get(calls.getAndIncrement() % ANSWERS);
    }

    private static Data threads(int call) {
        return items(
                "threads",
                24,
                i ->
                        Data.fields()
                                .put("name", "http-nio-8080-exec-" + i)
                                .put("state", i % 3 == 0 ? "BLOCKED" : "RUNNABLE")
                                .put("cpu_pct", (call * 7 + i * 13) % 100)
                                .put("lock", "com.shop.order.OrderBook@%x".formatted(i * 77 + call))
                                .put(
                                        "stack",
                                        List.of(
                                                Data.of(
                                                        "com.shop.order.OrderBook.reserve(OrderBook.java:"
                                                                + (40 + i)
                                                                + ")"),
                                                Data.of(
                                                        "com.shop.web.OrderController.post(OrderController.java:88)"))));
    }

    private static Data records(int call) {
        return items(
                "records",
                16,
                i ->
                        Data.fields()
                                .put("level", "WARN")
                                .put("logger", "com.shop.order.OrderBook")
                                .put(
                                        "message",
                                        "order %d of customer %d was refused by shop-db-%d.prod.example.com:5432"
                                                .formatted(call * 100 + i, i * 31 + call, i % 4)));
    }

    private static Data items(String name, int count, IntFunction<FieldsBuilder> item) {
        return Data.fields()
                .put(name, IntStream.range(0, count).mapToObj(i -> item.apply(i).build()).toList())
                .build();
    }

    /// What is chosen after so many answers.
    ///
    /// @param snapshot JSON of the first answer, which is a snapshot's; empty before there is one
    Choice choose(String skill, int turn, String snapshot) {
        if (turn >= iterations - 1) {
            return new Choice("done", Data.fields().build());
        }
        if (turn % 20 == 0) {
            return new Choice("take_snapshot", Data.fields().build());
        }
        if (turn == iterations - 2) {
            return new Choice("send_notification", notification(snapshot));
        }
        if (turn % 6 == 5) {
            return new Choice(
                    "think",
                    Data.fields()
                            .put("thought", "threads wait for OrderBook, turn " + turn)
                            .build());
        }
        String code = (turn % 2 == 0 ? THREADS : RECORDS).formatted(skill, turn);
        return new Choice("execute", Data.fields().put("code", code).build());
    }

    private static Data notification(String snapshot) {
        var ids = new ArrayList<Data>();
        ((Data.Fields) Json.parse(snapshot)).get("id").ifPresent(ids::add);
        return Data.fields()
                .put("type", "lock_contention")
                .put("context", "many looks")
                .put("observation", "8 threads wait for com.shop.order.OrderBook")
                .put("severity", "warning")
                .put("snapshot_ids", ids)
                .build();
    }
}
