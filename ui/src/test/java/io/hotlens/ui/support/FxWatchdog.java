package io.hotlens.ui.support;

import io.hotlens.ui.fx.FxThread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Finds what holds the JavaFX thread: it posts to it again and again, and when an answer is late
/// it looks at what the thread does. On a machine that is short of processors everything is late,
/// so what counts is not the clock but what the thread did meanwhile: its own processor time, and
/// the time in which our code had it wait.
public final class FxWatchdog implements AutoCloseable {

    /// How long work may hold the thread.
    public static final Duration LIMIT = Duration.ofMillis(100);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final String OURS = "io.hotlens.";

    /// Classes that the JVM makes; what they call is a frame of its own.
    private static final String LAMBDA = "$$Lambda";

    private static final Duration LAST = Duration.ofSeconds(10);
    private static final int FRAMES = 30;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Executor screen;
    private final long limitNanos;
    private final long fxThread;
    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// One time in which the thread was held too long.
    ///
    /// @param busy processor time of the thread
    /// @param waited how long our code had it wait
    /// @param stack what it was seen doing most often
    public record Block(Duration late, Duration busy, Duration waited, List<String> stack) {

        /// How long the thread was held by what counts.
        public Duration held() {
            return busy.plus(waited);
        }

        @Override
        public String toString() {
            return "late by %d ms, of which %d ms at work and %d ms made to wait by us, in%n  at %s"
                    .formatted(
                            late.toMillis(),
                            busy.toMillis(),
                            waited.toMillis(),
                            String.join("\n  at ", stack));
        }
    }

    private FxWatchdog(Executor screen, Duration limit) {
        this.screen = screen;
        limitNanos = limit.toNanos();
        fxThread = idOf(screen);
        thread = Thread.ofPlatform().name("fx-watchdog").daemon().unstarted(this::run);
    }

    /// Watches the JavaFX thread until it is closed.
    public static FxWatchdog start() {
        return start(LIMIT);
    }

    public static FxWatchdog start(Duration limit) {
        var watchdog = new FxWatchdog(new FxThread(), limit);
        watchdog.thread.start();
        return watchdog;
    }

    private static long idOf(Executor screen) {
        try {
            return CompletableFuture.supplyAsync(() -> Thread.currentThread().threadId(), screen)
                    .get(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the JavaFX thread answered", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the JavaFX thread does not answer", e);
        }
    }

    /// What held the thread too long until now, in order.
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// The one that held it longest.
    public Optional<Block> longest() {
        return blocks.stream().max(Comparator.comparing(Block::held));
    }

    private void run() {
        try {
            while (!closing.await(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                ask().filter(this::isHeld).ifPresent(blocks::add);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHeld(Block block) {
        return block.held().toNanos() > limitNanos;
    }

    /// One question to the thread; empty when it answered in time by the clock.
    private Optional<Block> ask() throws InterruptedException {
        var answered = new CountDownLatch(1);
        var looks = new ArrayList<Look>();
        long busyBefore = threads.getThreadCpuTime(fxThread);
        long start = System.nanoTime();
        screen.execute(answered::countDown);
        long last = start;
        while (!answered.await(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
            long now = System.nanoTime();
            ThreadInfo seen = threads.getThreadInfo(fxThread, FRAMES);
            if (seen != null) {
                looks.add(new Look(now - last, seen));
            }
            last = now;
        }
        long late = System.nanoTime() - start;
        if (late < limitNanos) {
            return Optional.empty();
        }
        long waited = looks.stream().filter(Look::isMadeToWait).mapToLong(Look::nanos).sum();
        return Optional.of(
                new Block(
                        Duration.ofNanos(late),
                        Duration.ofNanos(threads.getThreadCpuTime(fxThread) - busyBefore),
                        Duration.ofNanos(waited),
                        usual(looks)));
    }

    /// The stack that was seen most often, told apart by its innermost frame of ours.
    private static List<String> usual(List<Look> looks) {
        return looks.stream().collect(Collectors.groupingBy(Look::culprit)).values().stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .map(List::getFirst)
                .map(Look::frames)
                .orElse(List.of());
    }

    /// What the thread was doing at one moment.
    ///
    /// @param nanos since the look before
    private record Look(long nanos, ThreadInfo seen) {

        /// Work of ours that does not use the processor waits for something.
        boolean isMadeToWait() {
            boolean waits =
                    switch (seen.getThreadState()) {
                        case WAITING, TIMED_WAITING, BLOCKED -> true;
                        case RUNNABLE -> isInFileOrSocket();
                        case NEW, TERMINATED -> false;
                    };
            return waits && Arrays.stream(seen.getStackTrace()).anyMatch(Look::isOurs);
        }

        private boolean isInFileOrSocket() {
            StackTraceElement[] stack = seen.getStackTrace();
            return stack.length > 0
                    && stack[0].isNativeMethod()
                    && (stack[0].getClassName().startsWith("java.io.")
                            || stack[0].getClassName().startsWith("sun.nio."));
        }

        String culprit() {
            return Arrays.stream(seen.getStackTrace())
                    .filter(Look::isOurs)
                    .findFirst()
                    .map(StackTraceElement::toString)
                    .orElse("none of ours");
        }

        List<String> frames() {
            return Arrays.stream(seen.getStackTrace()).map(StackTraceElement::toString).toList();
        }

        private static boolean isOurs(StackTraceElement frame) {
            return frame.getClassName().startsWith(OURS)
                    && !frame.getClassName().contains(LAMBDA)
                    && !frame.getClassName().equals(FxWatchdog.class.getName());
        }
    }

    /// Ends the watch when the thread has answered once more, after 10 s at most.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LAST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
