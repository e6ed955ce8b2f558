package io.hotlens.app.sandbox;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/// What one script has used of its limits. Belongs to the script's thread, except for the request
/// to stop and the look at the clock.
final class LuaBudget {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ScopedValue<LuaBudget> CURRENT = ScopedValue.newInstance();
    private static final int CHECK_EVERY = 256;
    private static final int STEPS_PER_CHECK = 4_096;
    private static final int LONG_STRING = 1_024;
    private static final long STRINGS_IN_ALL = 16;

    private final LuaLimits limits;
    private final long startedNanos = System.nanoTime();
    private long startBytes;
    private long instructions;
    private long stringBytes;
    private long patternSteps;
    private int calls;
    private volatile long callbackNanos;
    private volatile long callbackSince;
    private volatile String stopped = "";

    LuaBudget(LuaLimits limits) {
        this.limits = limits;
    }

    /// The budget of the script that runs on this thread.
    static LuaBudget current() {
        return CURRENT.get();
    }

    /// Runs the body on the calling thread with this budget as its own.
    void run(Runnable body) {
        startBytes = THREADS.getCurrentThreadAllocatedBytes();
        ScopedValue.where(CURRENT, this).run(body);
    }

    /// Called before each instruction.
    void instruction() {
        instructions++;
        if (instructions % CHECK_EVERY == 0) {
            check();
        }
    }

    /// Pays for a string of this length before it is made.
    void string(long length) {
        growing(length, length);
    }

    /// Pays for a string that grows by `more` to `length`.
    void growing(long length, long more) {
        if (length > limits.stringBytes() + LONG_STRING * 32L) {
            stop("a string grew longer than %d MB".formatted(limits.stringBytes() >> 20));
        }
        if (length > LONG_STRING) {
            stringBytes += more;
            if (stringBytes > STRINGS_IN_ALL * limits.stringBytes()) {
                stop(
                        "its strings took more than %d MB in all"
                                .formatted((STRINGS_IN_ALL * limits.stringBytes()) >> 20));
            }
            check();
        }
    }

    /// Pays for one comparison of a pattern.
    void patternStep() {
        patternSteps++;
        if (patternSteps % STEPS_PER_CHECK == 0) {
            if (patternSteps > limits.patternSteps()) {
                stop(
                        "its patterns needed more than %d steps; a pattern that can match in many ways runs long"
                                .formatted(limits.patternSteps()));
            }
            check();
        }
    }

    /// A callback begins; the script's own clock stands still until it ends.
    void enterCallback() {
        calls++;
        if (calls > limits.calls()) {
            stop("it made more than %d calls".formatted(limits.calls()));
        }
        callbackSince = System.nanoTime();
    }

    void leaveCallback() {
        long spent = callbackNanos + System.nanoTime() - callbackSince;
        callbackNanos = spent;
        callbackSince = 0;
    }

    /// Which time limit has passed; empty for none. From any thread.
    String overdue() {
        long since = callbackSince;
        long now = System.nanoTime();
        long inCallbacks = callbackNanos + (since == 0 ? 0 : now - since);
        if (now - startedNanos - inCallbacks > limits.time().toNanos()) {
            return "it ran longer than %d ms".formatted(limits.time().toMillis());
        }
        return now - startedNanos > limits.total().toNanos()
                ? "it took longer than %d s".formatted(limits.total().toSeconds())
                : "";
    }

    /// Asks the script to end at its next instruction. From any thread.
    void requestStop(String why) {
        stopped = why;
    }

    private void check() {
        if (!stopped.isEmpty()) {
            throw new ScriptStopped(stopped);
        }
        if (instructions > limits.instructions()) {
            stop("it used more than %d instructions".formatted(limits.instructions()));
        }
        String overdue = overdue();
        if (!overdue.isEmpty()) {
            stop(overdue);
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - startBytes > limits.allocatedBytes()) {
            stop("it used more than %d MB of memory".formatted(limits.allocatedBytes() >> 20));
        }
    }

    private void stop(String why) {
        stopped = why;
        throw new ScriptStopped(why);
    }
}
