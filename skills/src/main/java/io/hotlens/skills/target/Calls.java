package io.hotlens.skills.target;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Runs each call of one connection on a virtual thread of its own and sets the caller free at the
/// deadline, when the connection is lost, or when the caller is interrupted, whatever the thread
/// still waits for. At most one heavy call runs at a time.
final class Calls {

    private final String target;
    private final Health health;
    private final CostMeter cost;
    private final Map<Long, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore heavy = new Semaphore(1);
    private final AtomicInteger silencing = new AtomicInteger();

    Calls(String target, Health health, CostMeter cost) {
        this.target = target;
        this.health = health;
        this.cost = cost;
    }

    /// Calls the target.
    ///
    /// @param what what is asked, for messages: "the attribute HeapMemoryUsage"
    /// @param giveUp called when the caller stops waiting, to free the thread that works
    /// @throws TargetException what the work threw, or that it took too long, or that the
    ///   connection was lost meanwhile
    <T> T run(CallKind kind, String what, Callable<T> work, Runnable giveUp) {
        long begin = System.nanoTime();
        if (kind.heavy()) {
            enterHeavy(kind, what);
        }
        try {
            long rest = kind.limit().toNanos() - (System.nanoTime() - begin);
            return runNow(kind, what, Duration.ofNanos(Math.max(1, rest)), work, giveUp);
        } finally {
            if (kind.heavy()) {
                heavy.release();
            }
        }
    }

    private void enterHeavy(CallKind kind, String what) {
        try {
            if (!heavy.tryAcquire(kind.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TargetException.TimedOut(
                        what + " waited " + words(kind.limit()) + " for another heavy operation.");
            }
        } catch (InterruptedException _) {
            throw cancelled(what);
        }
    }

    private <T> T runNow(
            CallKind kind, String what, Duration limit, Callable<T> work, Runnable giveUp) {
        var answer = new CompletableFuture<T>();
        long number = numbers.incrementAndGet();
        pending.put(number, answer);
        boolean silences = kind.stopsTheWorldLong();
        if (silences) {
            silencing.incrementAndGet();
        }
        try {
            refuseIfDown();
            cost.count(kind);
            start(kind, answer, work);
            return await(answer, kind, what, limit, giveUp);
        } finally {
            pending.remove(number);
            if (silences) {
                silencing.decrementAndGet();
            }
        }
    }

    /// Connecting may look up a name, which holds the thread below a virtual one: it gets a
    /// platform thread.
    private void start(CallKind kind, CompletableFuture<?> answer, Callable<?> work) {
        @SuppressWarnings("unchecked") // complete() takes exactly what the work returns
        var result = (CompletableFuture<Object>) answer;
        Thread.Builder thread =
                kind == CallKind.CONNECT ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
        thread.name("hotlens-call-" + target)
                .start(
                        () -> {
                            try {
                                result.complete(work.call());
                            } catch (Exception e) {
                                result.completeExceptionally(e);
                            } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
                                result.completeExceptionally(e);
                            }
                        });
    }

    private <T> T await(
            CompletableFuture<T> answer,
            CallKind kind,
            String what,
            Duration limit,
            Runnable giveUp) {
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            giveUp.run();
            throw new TargetException.TimedOut(
                    "%s did not come from %s within %s."
                            .formatted(what, target, words(kind.limit())));
        } catch (InterruptedException _) {
            giveUp.run();
            throw cancelled(what);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetException known) {
                giveUp.run();
                throw known;
            }
            throw unexpected(what, e.getCause() == null ? e : e.getCause());
        }
    }

    private TargetException unexpected(String what, Throwable cause) {
        return cause instanceof IOException
                ? new TargetException.Gone(
                        "%s did not come from %s: %s.".formatted(what, target, cause.getMessage()),
                        cause)
                : new TargetException.Unsupported(
                        "%s could not be read from %s: %s.".formatted(what, target, cause), cause);
    }

    private static TargetException cancelled(String what) {
        Thread.currentThread().interrupt();
        return new TargetException.TimedOut(what + " was cancelled before it came.");
    }

    private static String words(Duration time) {
        return time.toSeconds() + " s";
    }

    /// Whether a call runs that may stop the target for long, so that silence proves nothing.
    boolean mayBeSilent() {
        return silencing.get() > 0;
    }

    /// @throws TargetException.Gone when the target is lost or the connection is over
    void refuseIfDown() {
        health.refusal()
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
    }

    /// Counts a call that was made without [#run].
    void count(CallKind kind) {
        cost.count(kind);
    }

    /// Sets every waiting caller free with the reason why calls are refused now.
    void failPending() {
        Optional<TargetException> refusal = health.refusal();
        refusal.ifPresent(why -> pending.values().forEach(one -> one.completeExceptionally(why)));
    }
}
