package io.hotlens.skills.monitor;

import java.time.Duration;

/// What a metric's next value is expected to be: its level, its level carried on along its trend,
/// or what is usual at this time of the day or the hour; whichever has been right most lately.
final class Expectation {

    private static final double LEVEL_FORGETTING = 0.002;
    private static final double DAY_FORGETTING = 0.4;
    private static final double HOUR_FORGETTING = 0.05;
    private static final int DAY_PHASES = 48;
    private static final int HOUR_PHASES = 12;
    private final Season day = new Season(seconds(Duration.ofDays(1)), DAY_PHASES, DAY_FORGETTING);
    private final Season hour =
            new Season(seconds(Duration.ofHours(1)), HOUR_PHASES, HOUR_FORGETTING);
    private final Fit byLevel;
    private final Fit byTrend;
    private final Fit byDay;
    private final Fit byHour;
    private final Fit[] fits;
    private Fit best;
    private double level;
    private double lagging;
    private int dayPhase;
    private int hourPhase;

    /// @param first the first value
    Expectation(double first) {
        this(first, first, new Fit(), new Fit(), new Fit(), new Fit());
    }

    Expectation(Baseline learned) {
        this(
                learned.level(),
                learned.lagging(),
                new Fit(learned.ways().level()),
                new Fit(learned.ways().trend()),
                new Fit(learned.ways().day()),
                new Fit(learned.ways().hour()));
        day.resume(learned.day());
        hour.resume(learned.hour());
    }

    private Expectation(
            double level, double lagging, Fit byLevel, Fit byTrend, Fit byDay, Fit byHour) {
        this.level = level;
        this.lagging = lagging;
        this.byLevel = byLevel;
        this.byTrend = byTrend;
        this.byDay = byDay;
        this.byHour = byHour;
        fits = new Fit[] {byLevel, byTrend, byDay, byHour};
        best = byLevel;
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }

    /// Forms what is expected at a moment.
    ///
    /// @param values how many values were learned
    void look(long epochSecond, long values) {
        dayPhase = day.phaseAt(epochSecond);
        hourPhase = hour.phaseAt(epochSecond);
        byLevel.expect(level);
        byTrend.expect(level + lag(values) * (level - lagging));
        byDay.expect(day.usual(dayPhase, level));
        byHour.expect(hour.usual(hourPhase, level));
        best = byLevel;
        for (Fit fit : fits) {
            if (fit.loss() < best.loss()) {
                best = fit;
            }
        }
    }

    /// A plain mean runs behind a trend by twice its distance from its own mean, a fading one by
    /// once.
    private static double lag(long values) {
        return values * LEVEL_FORGETTING < 1 ? 2 : 1;
    }

    double value() {
        return best.expected();
    }

    double spread(double floor) {
        return best.spread(floor);
    }

    /// Learns the value of the moment that was looked at last.
    void learn(double value, double floor, double least, long values, boolean young) {
        day.learn(dayPhase, young ? value : byDay.capped(value, least));
        hour.learn(hourPhase, young ? value : byHour.capped(value, least));
        double weight = Math.max(1.0 / values, LEVEL_FORGETTING);
        level += weight * ((young ? value : byLevel.capped(value, least)) - level);
        lagging += weight * (level - lagging);
        for (Fit fit : fits) {
            fit.learn(value, floor, least, values, young);
        }
    }

    /// Ends what is under way, since the next value comes after a gap.
    void interrupt() {
        day.close();
        hour.close();
    }

    double level() {
        return level;
    }

    double lagging() {
        return lagging;
    }

    Baseline.Ways ways() {
        return new Baseline.Ways(
                byLevel.learned(), byTrend.learned(), byDay.learned(), byHour.learned());
    }

    Baseline.Phases day() {
        return day.learned();
    }

    Baseline.Phases hour() {
        return hour.learned();
    }
}
