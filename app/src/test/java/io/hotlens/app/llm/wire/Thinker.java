package io.hotlens.app.llm.wire;

import io.hotlens.app.llm.wire.Asked.Said;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A model that investigates one skill by what it is told, as a good one would: the operator looks
/// until it sees the illness and reports it, the coordinator waits for that and concludes. It plays
/// a pipeline too, by the tools that it is offered.
///
/// @param skill the one that is sent out
/// @param script what its operator looks at
/// @param seen whether an answer of the script shows the illness
/// @param type of the illness
public record Thinker(String skill, String script, Predicate<Data.Fields> seen, String type)
        implements Function<Asked, Answer> {

    public static final Thinker DEADLOCK =
            new Thinker(
                    "threads",
                    "return threads_deadlocks()",
                    answer -> Json.write(answer).contains("OrderLock"),
                    "deadlock");

    public static final Thinker HEAP_LEAK =
            new Thinker(
                    "gc",
                    "local l = gc_live_set() return {rising = l.slope_mb_per_min > 1 and l.r2 >"
                            + " 0.8}",
                    answer -> Json.write(answer).contains("\"rising\":true"),
                    "heap_leak");

    private static final Data NOTHING = Data.fields().build();

    @Override
    public Answer apply(Asked asked) {
        List<String> calls =
                asked.said().stream()
                        .filter(Said.Model.class::isInstance)
                        .flatMap(said -> ((Said.Model) said).calls().stream())
                        .map(io.hotlens.app.llm.ToolCall::name)
                        .toList();
        if (offered(asked, "classify")) {
            return classify();
        }
        if (offered(asked, "produce_insight")) {
            return offered(asked, "invoke_operators")
                    ? coordinate(asked, calls)
                    : synthesize(asked);
        }
        return operate(asked, calls);
    }

    private static boolean offered(Asked asked, String name) {
        return asked.tools().stream().anyMatch(tool -> tool.text("name").orElse("").equals(name));
    }

    private Answer classify() {
        return Answer.call(
                "classify",
                Data.fields()
                        .put("intent", "diagnose")
                        .put("skills", List.of(Data.of(skill)))
                        .put("context", "it is slow")
                        .build());
    }

    private Answer synthesize(Asked asked) {
        return news(asked).getFirst().items("notifications").stream()
                .map(Data.Fields.class::cast)
                .findFirst()
                .map(found -> Answer.call("produce_insight", insight(found)))
                .orElseGet(() -> Answer.call("done", NOTHING));
    }

    private Answer operate(Asked asked, List<String> calls) {
        if (calls.isEmpty()) {
            return Answer.call("take_snapshot", NOTHING);
        }
        Data.Fields newest = object(asked.results().getLast().text());
        return switch (calls.getLast()) {
            case "take_snapshot", "wait" ->
                    Answer.call("execute", Data.fields().put("code", script).build());
            case "execute" ->
                    seen.test(newest)
                            ? Answer.call("send_notification", notification(asked))
                            : Answer.call("wait", Data.fields().put("ms", 3000).build());
            case "send_notification" ->
                    Answer.call(
                            "set_state",
                            Data.fields().put("state", "critical").put("reason", type).build());
            default -> Answer.call("done", NOTHING);
        };
    }

    private Data notification(Asked asked) {
        Data.Fields snapshot = object(asked.results().getFirst().text());
        return Data.fields()
                .put("type", type)
                .put("context", "seen by one script")
                .put("observation", "the script of the model saw " + type)
                .put("severity", "critical")
                .put("snapshot_ids", List.of(snapshot.get("id").orElseThrow()))
                .build();
    }

    private Answer coordinate(Asked asked, List<String> calls) {
        if (calls.isEmpty()) {
            return Answer.call(
                    "invoke_operators",
                    Data.fields().put("skills", List.of(Data.of(skill))).build());
        }
        List<Data.Fields> news = news(asked);
        if (!calls.contains("produce_insight")) {
            return news.stream()
                    .flatMap(item -> item.get("notification").stream())
                    .map(Data.Fields.class::cast)
                    .findFirst()
                    .map(found -> Answer.call("produce_insight", insight(found)))
                    .orElseGet(() -> pause(20_000));
        }
        boolean ended =
                news.stream()
                        .anyMatch(
                                item -> item.text("news").orElse("").equals("operator_completed"));
        return ended ? Answer.call("done", NOTHING) : pause(20_000);
    }

    private static Answer pause(int ms) {
        return Answer.call("wait", Data.fields().put("ms", ms).build());
    }

    private Data insight(Data.Fields notification) {
        return Data.fields()
                .put("notification_ids", List.of(notification.get("id").orElseThrow()))
                .put("correlation_type", "causal")
                .put("summary", "the model concludes " + type)
                .put("matched_observations", List.of(notification.get("observation").orElseThrow()))
                .put("root_cause_type", type)
                .put("recommendation", "mend it")
                .put("verify_with", "return 1")
                .build();
    }

    /// Everything that was told beside results; one message may hold several items.
    private static List<Data.Fields> news(Asked asked) {
        return asked.said().stream()
                .filter(Said.User.class::isInstance)
                .flatMap(said -> ((Said.User) said).text().lines())
                .filter(line -> line.startsWith("{"))
                .map(Thinker::object)
                .toList();
    }

    private static Data.Fields object(String json) {
        return (Data.Fields) Json.parse(json);
    }
}
