package io.hotlens.app.llm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Asks again after a failure that may pass, with a growing pause between the attempts, or the one
/// that the provider asked for.
///
/// @param pauses one before each further attempt
/// @param sleeper how a pause is spent
public record RetryPolicy(List<Duration> pauses, Sleeper sleeper) {

    /// Spends time; interruptible.
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /// Who has to wait longer than this is not asked again.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// Three attempts, 1 s and 2 s apart.
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), Thread::sleep);

    /// One attempt.
    public static final RetryPolicy NONE = new RetryPolicy(List.of(), Thread::sleep);

    /// @param attempts in all; the pause doubles after each
    static RetryPolicy of(int attempts, Duration firstPause) {
        return new RetryPolicy(
                Stream.iterate(firstPause, pause -> pause.multipliedBy(2))
                        .limit(attempts - 1L)
                        .toList(),
                Thread::sleep);
    }

    public RetryPolicy {
        pauses = List.copyOf(pauses);
    }

    /// The first answer.
    ///
    /// @param listener told of each attempt, from the calling thread
    /// @throws LlmException of the last attempt, or the first fatal one
    public Reply ask(
            Model model, Transcript transcript, List<ToolSpec> tools, Consumer<LlmEvent> listener)
            throws InterruptedException {
        String name = model.name();
        for (int attempt = 1; ; attempt++) {
            listener.accept(new LlmEvent.CallStarted(name, attempt, transcript.messages().size()));
            long start = System.nanoTime();
            Optional<Duration> pause;
            try {
                Reply reply = model.client().ask(transcript, tools);
                listener.accept(
                        new LlmEvent.CallStopped(name, attempt, reply.usage(), since(start)));
                return reply;
            } catch (LlmException e) {
                pause = pauseAfter(e, attempt);
                listener.accept(
                        new LlmEvent.CallFailed(
                                name,
                                attempt,
                                String.valueOf(e.getMessage()),
                                pause.isPresent(),
                                since(start)));
                if (pause.isEmpty()) {
                    throw e;
                }
            } catch (InterruptedException e) {
                listener.accept(
                        new LlmEvent.CallFailed(
                                name, attempt, "the run was stopped", false, since(start)));
                throw e;
            }
            sleeper.sleep(pause.get());
        }
    }

    /// How long to wait before the next attempt; empty when there is none.
    private Optional<Duration> pauseAfter(LlmException failure, int attempt) {
        return switch (failure) {
            case LlmException.Retriable passing when attempt <= pauses.size() ->
                    Optional.of(passing.retryAfter().orElse(pauses.get(attempt - 1)))
                            .filter(wanted -> wanted.compareTo(LONGEST) <= 0);
            case LlmException.Retriable _, LlmException.Fatal _, LlmException.Exhausted _ ->
                    Optional.empty();
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
