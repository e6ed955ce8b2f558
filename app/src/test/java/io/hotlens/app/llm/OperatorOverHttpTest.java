package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A whole run whose model is a server.
@Timeout(60)
class OperatorOverHttpTest {

    private static final FakeSkill GC = FakeSkill.of("gc", "return 1");

    /// Takes a snapshot, reports it, and is done; overloaded once in between.
    private static Answer answer(Asked asked, boolean overloaded) {
        if (overloaded) {
            return Answer.status(503, Map.of("Retry-After", "0"), "");
        }
        return switch (asked.results().size()) {
            case 0 -> Answer.call("take_snapshot", Data.fields().build());
            case 1 -> Answer.call("send_notification", notification(asked));
            default -> Answer.call("done", Data.fields().build());
        };
    }

    private static Data notification(Asked asked) {
        var snapshot = (Data.Fields) Json.parse(asked.results().getFirst().text());
        return Data.fields()
                .put("type", "gc_overhead")
                .put("context", "c")
                .put("observation", "40 % of the time")
                .put("severity", "warning")
                .put("snapshot_ids", List.of(snapshot.get("id").orElseThrow()))
                .put("evidence", Data.fields().put("pct", 40).build())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void operatorReportsThroughAProvider(Wire wire) throws InterruptedException {
        var overloads = new AtomicInteger(1);
        try (var server =
                        new WireServer(
                                wire, asked -> answer(asked, overloads.getAndDecrement() == 0));
                var bench = new Bench(GC)) {
            ChatClient model = ProviderClients.open(server.spec(), Optional.of(Talk.KEY));
            OperatorReport report =
                    new Operator(GC, bench.workbench())
                            .start(Bench.request(model, _ -> {}))
                            .await();
            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals("gc_overhead", report.notifications().getFirst().type());
            assertEquals(
                    new Usage(
                            3,
                            3 * WireServer.INPUT_TOKENS,
                            3 * WireServer.OUTPUT_TOKENS,
                            0,
                            3 * WireServer.cachedTokens(wire)),
                    report.usage());
            assertEquals(4, server.asked().size());
        }
    }
}
