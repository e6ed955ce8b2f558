package io.hotlens.app.monitor;

import io.hotlens.app.trace.InvestigationId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Decides whether an investigation may begin by itself: not beside another one, and at most so
/// many within an hour. Safe from any thread.
public final class AutoTrigger {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Investigator investigator;
    private final Deque<Instant> begun = new ArrayDeque<>();

    /// Where investigations are started.
    public interface Investigator {

        /// Whether one runs, whoever started it.
        boolean isBusy();

        /// @throws IllegalArgumentException when none can be started, with the reason
        InvestigationId start(String reason);
    }

    public AutoTrigger(Investigator investigator) {
        this.investigator = investigator;
    }

    /// Starts one if it may.
    ///
    /// @param perHour at most so many within the last hour, with this one
    public synchronized MonitorStep trigger(Instant at, String reason, int perHour) {
        while (!begun.isEmpty() && !begun.getFirst().plus(HOUR).isAfter(at)) {
            begun.removeFirst();
        }
        if (investigator.isBusy()) {
            return new MonitorStep.NotTriggered(reason, "an investigation is under way");
        }
        if (begun.size() >= perHour) {
            return new MonitorStep.RateLimited(reason, perHour);
        }
        try {
            InvestigationId id = investigator.start(reason);
            begun.addLast(at);
            return new MonitorStep.Triggered(id, reason);
        } catch (IllegalArgumentException e) {
            return new MonitorStep.NotTriggered(reason, String.valueOf(e.getMessage()));
        }
    }

    /// How many began within the last hour.
    public synchronized int withinTheHour(Instant at) {
        return (int) begun.stream().filter(one -> one.plus(HOUR).isAfter(at)).count();
    }
}
