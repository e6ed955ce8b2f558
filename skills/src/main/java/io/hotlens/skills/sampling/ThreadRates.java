package io.hotlens.skills.sampling;

import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each thread did between two looks at its counters.
///
/// @param window time between the two looks
/// @param threads those alive at both looks
public record ThreadRates(Duration window, List<Rate> threads) {

    public static final ThreadRates NONE = new ThreadRates(Duration.ZERO, List.of());

    public ThreadRates {
        threads = List.copyOf(threads);
    }

    /// One thread's activity.
    ///
    /// @param cpuPct share of one processor, NaN when not measured
    /// @param allocatedMbPerS NaN when not measured
    /// @param blockedPerS how often each second it had to wait for a monitor
    public record Rate(
            ThreadSample now,
            double cpuPct,
            double allocatedMbPerS,
            double blockedPerS,
            double waitedPerS) {}

    /// Compares the newest look with the oldest one inside `window`; [#NONE] before there are two.
    static ThreadRates over(List<ThreadHistory.Samples> looks, Duration window) {
        if (looks.size() < 2) {
            return NONE;
        }
        ThreadHistory.Samples newest = looks.getLast();
        Instant from = newest.at().minus(window);
        ThreadHistory.Samples oldest =
                looks.stream().filter(look -> !look.at().isBefore(from)).findFirst().orElse(newest);
        double seconds = Duration.between(oldest.at(), newest.at()).toNanos() / 1e9;
        if (seconds <= 0) {
            return NONE;
        }
        Map<Long, ThreadSample> before = new HashMap<>();
        oldest.threads().forEach(sample -> before.put(sample.id(), sample));
        var rates = new ArrayList<Rate>();
        for (ThreadSample now : newest.threads()) {
            ThreadSample then = before.get(now.id());
            if (then != null) {
                rates.add(rate(then, now, seconds));
            }
        }
        return new ThreadRates(Duration.between(oldest.at(), newest.at()), rates);
    }

    private static Rate rate(ThreadSample then, ThreadSample now, double seconds) {
        return new Rate(
                now,
                delta(then.cpuMs(), now.cpuMs()) / seconds / 10,
                delta(then.allocatedMb(), now.allocatedMb()) / seconds,
                Math.max(0, now.blockedCount() - then.blockedCount()) / seconds,
                Math.max(0, now.waitedCount() - then.waitedCount()) / seconds);
    }

    private static double delta(double then, double now) {
        return then < 0 || now < 0 ? Double.NaN : Math.max(0, now - then);
    }
}
