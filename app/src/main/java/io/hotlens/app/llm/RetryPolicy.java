package io.hotlens.app.llm;

import java.time.Duration;
import java.util.List;
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
    /// @throws IllegalArgumentException when there is no attempt
    public static RetryPolicy of(int attempts, Duration firstPause) {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be 1 to 10, not " + attempts);
        }
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
    /// @throws LlmException of the last attempt, or the first fatal one
    public Reply ask(ChatClient client, Transcript transcript, List<ToolSpec> tools)
            throws InterruptedException {
        for (Duration pause : pauses) {
            try {
                return client.ask(transcript, tools);
            } catch (LlmException.Retriable e) {
                Duration wanted = e.retryAfter().orElse(pause);
                if (wanted.compareTo(LONGEST) > 0) {
                    throw e;
                }
                sleeper.sleep(wanted);
            }
        }
        return client.ask(transcript, tools);
    }
}
