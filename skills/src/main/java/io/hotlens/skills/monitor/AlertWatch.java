package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Series;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Watches one metric by one rule. Says once that the rule holds, and again only after it has
/// ceased to. Belongs to the thread that steps it.
public final class AlertWatch {

    private static final int MOST_POINTS = 2_000;
    private static final int LEAST_POINTS = 3;

    /// Share of the rule's time that a trend's values must span.
    private static final double SPANNED = 0.9;

    private final AlertRule rule;
    private final Deque<Series.Point> points = new ArrayDeque<>();
    private @Nullable Instant holdsSince;
    private boolean said;

    public AlertWatch(AlertRule rule) {
        this.rule = rule;
    }

    public AlertRule rule() {
        return rule;
    }

    /// Takes the next value; whether the rule begins to hold with it.
    public boolean step(Instant at, double value) {
        boolean holds =
                switch (rule.condition()) {
                    case AlertRule.Condition.Threshold limit -> lasts(at, limit.holds(value));
                    case AlertRule.Condition.Trend trend -> goes(at, value, trend);
                };
        boolean begins = holds && !said;
        said = holds;
        return begins;
    }

    private boolean lasts(Instant at, boolean now) {
        if (!now) {
            holdsSince = null;
            return false;
        }
        Instant since = holdsSince == null ? at : holdsSince;
        holdsSince = since;
        return !at.isBefore(since.plus(rule.lasting()));
    }

    private boolean goes(Instant at, double value, AlertRule.Condition.Trend trend) {
        points.addLast(new Series.Point(at, value));
        Instant from = at.minus(rule.lasting());
        while (points.size() > MOST_POINTS || points.getFirst().at().isBefore(from)) {
            points.removeFirst();
        }
        var series = new Series(List.copyOf(points));
        Duration needed = Duration.ofMillis((long) (rule.lasting().toMillis() * SPANNED));
        if (points.size() < LEAST_POINTS || series.span().compareTo(needed) < 0) {
            return false;
        }
        double slope = series.slope().perMinute();
        return (trend.rising() ? slope : -slope) >= trend.perMinute();
    }

    /// The next value comes after a gap or a restart: what held before does not count.
    public void interrupt() {
        points.clear();
        holdsSince = null;
    }
}
