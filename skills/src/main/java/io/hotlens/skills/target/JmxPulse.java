package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Asks the JMX end for a sign of life, and for its identity after each opening of the line, one
/// question at a time. A question that stays open is not repeated: a peer that was only paused
/// answers it. A line that stays silent for [#CUT_AFTER] is cut and opened anew. Used by the
/// heartbeat's thread only.
final class JmxPulse {

    private static final Duration CUT_AFTER = Duration.ofSeconds(12);
    private static final long PATIENCE_MS = 200;

    private final JmxChannel channel;
    private final String identity;
    private final Supplier<Duration> pace;
    private final Duration tolerance;
    private final BooleanSupplier mayBeSilent;
    private @Nullable CompletableFuture<String> question;
    private long asked;
    private boolean answered;

    /// @param identity what the peer answered on connecting
    /// @param pace the least time from one question to the next; between them the last answer holds
    /// @param tolerance after this long without an answer the peer counts as silent
    /// @param mayBeSilent whether a call is under way that may stop the peer for long
    JmxPulse(
            JmxChannel channel,
            String identity,
            Supplier<Duration> pace,
            Duration tolerance,
            BooleanSupplier mayBeSilent) {
        this.channel = channel;
        this.identity = identity;
        this.pace = pace;
        this.tolerance = tolerance;
        this.mayBeSilent = mayBeSilent;
    }

    Beat beat() throws InterruptedException {
        CompletableFuture<String> open = question;
        if (open == null && answered && System.nanoTime() - asked < pace.get().toNanos()) {
            return new Beat.Alive();
        }
        if (open == null) {
            open = ask();
        }
        try {
            String answer = open.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            question = null;
            answered = true;
            return answer.equals(identity)
                    ? new Beat.Alive()
                    : new Beat.Over("the target was restarted: it is another JVM now");
        } catch (TimeoutException _) {
            return unanswered();
        } catch (ExecutionException e) {
            question = null;
            answered = false;
            channel.cut();
            return new Beat.Silent(RemoteFailures.shortly(e));
        }
    }

    /// For how long the present question is open, in nanoseconds; 0 when none is.
    long waiting() {
        return question == null ? 0 : System.nanoTime() - asked;
    }

    private CompletableFuture<String> ask() {
        var answer = new CompletableFuture<String>();
        question = answer;
        asked = System.nanoTime();
        Thread.Builder thread =
                channel.isOpen() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        thread.name("hotlens-pulse")
                .start(
                        () -> {
                            try {
                                answer.complete(answer());
                            } catch (Exception e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    /// Behind an open line is the JVM that it was opened to.
    private String answer() throws Exception {
        if (channel.isOpen()) {
            channel.knock();
            return identity;
        }
        channel.open();
        return channel.identity();
    }

    private Beat unanswered() {
        long waited = System.nanoTime() - asked;
        if (mayBeSilent.getAsBoolean() || waited < tolerance.toNanos()) {
            return new Beat.Undecided();
        }
        if (waited > CUT_AFTER.toNanos()) {
            channel.cut();
        }
        return new Beat.Silent("no answer for %d s".formatted(Math.max(2, waited / 1_000_000_000)));
    }
}
