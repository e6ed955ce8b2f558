package io.hotlens.ui.control;

import io.hotlens.skills.metric.Unit;

/// The upper end of a chart's value axis.
public final class Scale {

    private Scale() {}

    /// 100 for shares above a quarter; else the next 1, 2 or 5 times a power of ten over `highest`.
    public static double top(double highest, Unit unit) {
        if (unit == Unit.PERCENT && highest > 25 && highest <= 100) {
            return 100;
        }
        if (highest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double step : new double[] {1, 2, 5}) {
            if (highest <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
