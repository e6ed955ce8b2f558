package io.hotlens.app.access;

import java.time.Duration;

/// For how long an investigation may stop its target without asking; safe from any thread.
public final class PauseBudget {

    public static final Duration A_CALL = Duration.ofMillis(200);
    public static final Duration IN_ALL = Duration.ofSeconds(1);

    private final Duration perCall;
    private Duration left;

    public PauseBudget(Duration perCall, Duration inAll) {
        this.perCall = perCall;
        this.left = inAll;
    }

    /// 200 ms a call, 1 s in all.
    public static PauseBudget usual() {
        return new PauseBudget(A_CALL, IN_ALL);
    }

    /// Takes `pause` from the budget when it fits; otherwise takes nothing.
    synchronized boolean spend(Duration pause) {
        if (pause.compareTo(perCall) > 0 || pause.compareTo(left) > 0) {
            return false;
        }
        left = left.minus(pause);
        return true;
    }

    synchronized Duration left() {
        return left;
    }
}
