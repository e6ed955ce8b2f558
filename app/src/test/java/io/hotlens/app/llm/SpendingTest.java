package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.model.Limit;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What models may cost, and when they are not asked any more.
class SpendingTest {

    private static final ModelSpec HAIKU =
            ModelSpec.parse("anthropic:claude-haiku-4-5-20251001", Optional.empty());
    private static final Transcript ASKED = Transcript.of("", Data.NOTHING);

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    private Ledger ledger() {
        return Ledger.in(LedgerFile.at(folder.resolve("spent.jsonl")), () -> now);
    }

    private static ChatClient client(Ledger ledger, SpendingLimits limits) {
        return client(new Spending(ledger), limits);
    }

    private static ChatClient client(Spending run, SpendingLimits limits) {
        return new Metered(
                (_, _) -> new Reply(List.of(), "", new Usage(1, 100_000, 20_000, 0)),
                HAIKU,
                PriceTable.with(List.of()),
                limits,
                run);
    }

    private static SpendingLimits run(Limit limit) {
        return new SpendingLimits(limit, Limit.NONE, Limit.NONE);
    }

    private static String refusal(ChatClient client) {
        return String.valueOf(
                assertThrows(LlmException.Exhausted.class, () -> client.ask(ASKED, List.of()))
                        .getMessage());
    }

    @Test
    void anAnswerCostsWhatTheTableSays() throws InterruptedException {
        Usage usage = client(ledger(), SpendingLimits.DEFAULT).ask(ASKED, List.of()).usage();
        assertEquals(0.1 + 0.1, usage.money(), 1e-9);
        assertEquals(new Usage(1, 100_000, 20_000, usage.money()), usage);
    }

    @Test
    void inputThatWasReadBeforeHasAPriceOfItsOwn() {
        PriceTable table = PriceTable.with(List.of(new Price("gpt-5", 10, 0, 1)));
        ModelSpec model = spec("openai:gpt-5");
        assertEquals(
                10 * 0.4 + 0.6, table.cost(model, new Usage(1, 1_000_000, 0, 0, 600_000)), 1e-9);
        assertEquals(10, table.cost(model, new Usage(1, 1_000_000, 0, 0)), 1e-9);
    }

    @Test
    void theLongestNameDecidesAndTheUsersOwnPriceComesFirst() {
        PriceTable table = PriceTable.with(List.of(new Price("gpt-5", 9, 9)));
        assertEquals(9, table.of(spec("openai:gpt-5")).orElseThrow().inputUsd());
        assertEquals(0.25, table.of(spec("openai:gpt-5-mini-2025")).orElseThrow().inputUsd());
        assertEquals(1, table.of(spec("openrouter:x/claude-haiku-4-5")).orElseThrow().inputUsd());
        assertEquals(0, table.of(spec("ollama:anything")).orElseThrow().outputUsd());
        assertEquals(Optional.empty(), table.of(spec("openai:unheard-of")));
    }

    private static ModelSpec spec(String text) {
        return ModelSpec.parse(text, Optional.of(URI.create("http://localhost:1/v1")));
    }

    @Test
    void aRunEndsAtItsCallsTokensOrMoney() throws InterruptedException {
        for (Limit limit :
                List.of(
                        new Limit(2, Long.MAX_VALUE, 99),
                        new Limit(99, 240_000, 99),
                        new Limit(99, Long.MAX_VALUE, 0.4))) {
            ChatClient client = client(ledger(), run(limit));
            client.ask(ASKED, List.of());
            client.ask(ASKED, List.of());
            assertTrue(refusal(client).endsWith("in this run"), limit::toString);
        }
    }

    @Test
    void theOperatorsOfARunShareItsLimitAndOtherRunsDoNot() throws InterruptedException {
        var one = new Spending(ledger());
        SpendingLimits limits = run(new Limit(1, Long.MAX_VALUE, 99));
        client(one, limits).ask(ASKED, List.of());
        assertEquals("1 model calls in this run", refusal(client(one, limits)));
        client(new Spending(ledger()), limits).ask(ASKED, List.of());
    }

    @Test
    void anHourAndADayOutliveTheProcess() throws InterruptedException {
        var limits =
                new SpendingLimits(
                        Limit.NONE,
                        new Limit(1, Long.MAX_VALUE, 99),
                        new Limit(2, Long.MAX_VALUE, 99));
        client(ledger(), limits).ask(ASKED, List.of());
        assertEquals("1 model calls in an hour", refusal(client(ledger(), limits)));
        now = now.plus(Duration.ofMinutes(61));
        client(ledger(), limits).ask(ASKED, List.of());
        now = now.plus(Duration.ofMinutes(61));
        assertEquals("2 model calls in a day", refusal(client(ledger(), limits)));
        now = now.plus(Duration.ofHours(23));
        client(ledger(), limits).ask(ASKED, List.of());
    }

    @Test
    void halfALineIsPassedOver() throws IOException, InterruptedException {
        client(ledger(), SpendingLimits.DEFAULT).ask(ASKED, List.of());
        Files.writeString(
                folder.resolve("spent.jsonl"), "{\"at\": \"2026-", StandardOpenOption.APPEND);
        assertEquals(1, ledger().lastHour().calls());
    }

    @Test
    void aFileThatCannotBeWrittenCostsNoRun() throws IOException, InterruptedException {
        Path inTheWay = Files.writeString(folder.resolve("taken"), "x");
        Ledger ledger = Ledger.in(LedgerFile.at(inTheWay.resolve("spent.jsonl")), () -> now);
        client(ledger, SpendingLimits.DEFAULT).ask(ASKED, List.of());
        assertEquals(1, ledger.lastHour().calls());
    }
}
