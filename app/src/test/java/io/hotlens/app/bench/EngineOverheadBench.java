package io.hotlens.app.bench;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Ledger;
import io.hotlens.app.llm.LedgerFile;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Models;
import io.hotlens.app.llm.PriceTable;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the engine adds to the model's own time in each iteration of a run: reading the answer, the
/// tool with its callbacks and the sandbox, the transcript, events and telemetry, cleaning what
/// leaves, and writing the request. Prints the ratio to the limit.
@Tag("bench")
class EngineOverheadBench {

    private static final double LIMIT_MS = 2;
    private static final long WARM_UP_NANOS = 15_000_000_000L;
    private static final int RUNS = 30;

    @TempDir Path folder;

    /// One run.
    @FunctionalInterface
    private interface Talk {

        /// @return ms of each iteration
        List<Double> run(int round) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60})
    void modelInThisProcess(int iterations) throws IOException, InterruptedException {
        measure("in process, %d iterations".formatted(iterations), _ -> inProcess(iterations));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60})
    void modelOverHttp(int iterations) throws IOException, InterruptedException {
        measure("over HTTP, %d iterations".formatted(iterations), round -> http(iterations, round));
    }

    private static void measure(String what, Talk talk) throws IOException, InterruptedException {
        var all = new ArrayList<Double>();
        int round = 0;
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; round++) {
            talk.run(round);
        }
        for (int run = 0; run < RUNS; run++) {
            all.addAll(talk.run(round + run));
        }
        Spread spread = Spread.of(all);
        System.out.printf(
                "engine overhead %s: median %.3f ms, p99 %.3f ms an iteration;"
                        + " ratio to the limit of %.0f ms: %.2f (p99 %.2f)%n",
                what,
                spread.median(),
                spread.p99(),
                LIMIT_MS,
                spread.median() / LIMIT_MS,
                spread.p99() / LIMIT_MS);
    }

    private List<Double> inProcess(int iterations) throws IOException, InterruptedException {
        FakeSkill skill = Errand.skill("work");
        try (var rig = new OverheadRig(skill, folder.resolve("events.jsonl"))) {
            var model = new AtOnce(new Errand(iterations));
            rig.run(Bench.model(rig.egress().guard(model, "bench:at-once", true)), iterations);
            return model.between;
        }
    }

    /// Less the bare exchange of the same requests with the same server.
    private List<Double> http(int iterations, int round) throws IOException, InterruptedException {
        FakeSkill skill = Errand.skill("work");
        var clock = new ServerClock(new Errand(iterations));
        try (var server = new WireServer(Wire.OPENAI, clock::answer);
                var rig = new OverheadRig(skill, folder.resolve("events.jsonl"))) {
            var setup =
                    new Models.Setup(
                            ModelCatalog.EMPTY,
                            (_, _) -> Optional.of("a-key"),
                            PriceTable.with(List.of()),
                            SpendingLimits.DEFAULT,
                            Ledger.in(
                                    LedgerFile.at(
                                            folder.resolve("spending-%d.jsonl".formatted(round))),
                                    InstantSource.system()));
            ChatClient nobody =
                    (_, _) -> {
                        throw new LlmException.Fatal("there is no rules model");
                    };
            var models = new Models(() -> setup, nobody, rig.egress()::guard);
            rig.run(models.of(new ModelChoice.Direct(server.spec())).operator(), iterations);
            List<Double> whole = clock.gaps();
            List<String> bodies =
                    server.asked().stream().map(asked -> Json.write(asked.json())).toList();
            BareExchange.all(server, bodies);
            List<Double> bare = clock.gaps();
            var left = new ArrayList<Double>();
            for (int i = 0; i < whole.size(); i++) {
                left.add(whole.get(i) - bare.get(i));
            }
            return left;
        }
    }

    /// Answers at once, and notes how long it was not asked.
    private static final class AtOnce implements ChatClient {

        private final List<Double> between = new ArrayList<>();
        private final Errand errand;
        private long left;

        AtOnce(Errand errand) {
            this.errand = errand;
        }

        @Override
        public Reply ask(Transcript transcript, List<ToolSpec> tools) {
            long now = System.nanoTime();
            if (left != 0) {
                between.add((now - left) / 1e6);
            }
            List<Transcript.ToolResult> results = transcript.results();
            String first = results.isEmpty() ? "" : Json.write(results.getFirst().result());
            Errand.Choice choice = errand.choose("work", results.size(), first);
            var call =
                    new ToolCall(
                            "call-" + results.size(),
                            choice.tool(),
                            Json.write(choice.arguments()));
            left = System.nanoTime();
            return Reply.of(call);
        }
    }
}
