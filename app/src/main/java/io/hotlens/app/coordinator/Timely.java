package io.hotlens.app.coordinator;

import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Asks a model with an end of its own, so that its caller has time left to do without it.
///
/// @param events told of each attempt, from a thread of its own
record Timely(Model model, Consumer<LlmEvent> events) {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /// The answer and all the retries that it needs within the time.
    ///
    /// @throws LlmException of the last attempt, or when the time is over
    Reply ask(Transcript question, List<ToolSpec> tools, Duration time)
            throws InterruptedException {
        var task = new FutureTask<>(() -> model.ask(question, tools, events));
        Thread asker = Thread.ofVirtual().name("hotlens-pipeline " + model.name()).start(task);
        try {
            return task.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            end(asker);
            throw new LlmException.Retriable(
                    "no answer within %.1f s".formatted(time.toMillis() / 1000.0));
        } catch (InterruptedException e) {
            end(asker);
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default ->
                        throw new IllegalStateException("a question failed", e.getCause());
            }
        }
    }

    /// The end of the attempt is told before the run goes on.
    private static void end(Thread asker) throws InterruptedException {
        asker.interrupt();
        asker.join(LAST_WORDS);
    }
}
