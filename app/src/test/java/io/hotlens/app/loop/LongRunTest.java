package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

@Timeout(60)
final class LongRunTest {

    private static final int LIMIT = 4_000;
    private static final int STEPS = 200;

    /// What the run can do.
    sealed interface Tool {
        record Look(long size) implements Tool {}

        record Done() implements Tool {}
    }

    private final List<Long> prompts = new ArrayList<>();

    private Model model(ChatClient client) {
        return new Model(
                "test",
                (Transcript transcript, List<ToolSpec> tools) -> {
                    prompts.add(PromptSize.tokens(PromptSize.of(transcript, tools)));
                    return client.ask(transcript, tools);
                },
                RetryPolicy.NONE,
                OptionalInt.of(LIMIT));
    }

    /// Answers of 10 to 20 000 characters, in an order that repeats nowhere soon.
    private static Reply look(int step) {
        return Reply.of(
                step > STEPS
                        ? new ToolCall("call-" + step, "done", "{}")
                        : new ToolCall(
                                "call-" + step,
                                "look",
                                "{\"size\": %d}".formatted(10 + step * 7919L % 20_000)));
    }

    private static Step<Integer> step(int looks, Tool tool) {
        return switch (tool) {
            case Tool.Look(long size) ->
                    new Step.Continue<>(looks + 1, Data.of("\"x\" ".repeat((int) size / 4)));
            case Tool.Done() -> new Step.Finish<>(looks, Data.NOTHING);
        };
    }

    @Test
    void promptsOfALongRunNeverExceedWhatTheModelIsGiven() {
        var steps = new ArrayList<Integer>();
        Model thinker =
                model(
                        (_, _) -> {
                            steps.add(steps.size());
                            return look(steps.size());
                        });
        Model summary =
                model((_, _) -> new Reply(List.of(), "s".repeat(3_000), new Usage(1, 5, 5, 0.5)));
        var loop =
                new AgentLoop<Integer, Tool>(
                        new AgentLoop.Equipment<>(
                                thinker,
                                new Compactor(thinker, summary),
                                new ToolCodec<>(Tool.class),
                                LongRunTest::step,
                                Budget.of(STEPS + 10, Duration.ofMinutes(1)),
                                new Mailbox(),
                                new StopSign(),
                                _ -> {},
                                InstantSource.system()),
                        0,
                        Transcript.of("s".repeat(2_000), Data.of("opening")));

        assertEquals(new Outcome.Completed(), loop.run());

        assertEquals(STEPS, loop.state());
        int summaries = prompts.size() - steps.size();
        assertTrue(summaries > 10, "summaries: " + summaries);
        assertTrue(prompts.stream().allMatch(tokens -> tokens <= LIMIT), prompts::toString);
        assertEquals(summaries * 0.5, loop.usage().money(), 1e-9);
    }
}
