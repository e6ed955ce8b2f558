package io.hotlens.skills.monitor;

import java.util.Arrays;

/// How unusually the lowest value of a long while has risen: what a saw-tooth hides, such as a heap
/// that keeps a little more after each collection. Looked at once for each block of values.
final class Lows {

    private static final int BLOCK = 8;
    private static final int BLOCKS = 8;
    private static final double LEVEL_FORGETTING = 0.01;
    private static final double SPREAD_FORGETTING = 0.001;
    private static final double MOST_SPREADS = 3;
    private static final double TO_DEVIATION = 1.25;

    /// Rarer is not told apart: it is enough to escalate, and no news beside what the values say.
    private static final double MOST_DECADES = 10;

    /// Lows are few, and seasons must have been seen.
    private static final double FEW = 180;

    private final double[] blocks = new double[BLOCKS];
    private final Tail rises;
    private double level;
    private double spread;
    private double lowest = Double.POSITIVE_INFINITY;
    private double decades;
    private double low;
    private double usual;
    private double usualSpread;
    private int inBlock;
    private int filled;

    Lows() {
        rises = new Tail();
    }

    Lows(Baseline.Lows learned) {
        rises = new Tail(learned.rises());
        level = learned.level();
        spread = learned.spread();
    }

    Baseline.Lows learned() {
        return new Baseline.Lows(level, spread, rises.learned());
    }

    /// The lowest value when it was looked at last.
    double low() {
        return low;
    }

    /// Where it usually lies.
    Band band() {
        return Band.around(usual, rises.usual((low - usual) / usualSpread) * usualSpread);
    }

    /// Takes the next value; the decades of rarity of the rise when it was looked at last.
    double next(double value, double floor) {
        lowest = Math.min(lowest, value);
        inBlock++;
        if (inBlock == BLOCK) {
            endBlock(floor);
        }
        return decades;
    }

    private void endBlock(double floor) {
        blocks[filled % BLOCKS] = lowest;
        filled++;
        inBlock = 0;
        lowest = Double.POSITIVE_INFINITY;
        if (filled >= BLOCKS) {
            low = Arrays.stream(blocks).min().orElseThrow();
            look(floor);
        }
    }

    private void look(double floor) {
        long seen = rises.seen();
        boolean young = seen < MetricModel.YOUNG;
        if (seen == 0) {
            level = low;
        }
        usual = level;
        usualSpread = Math.max(spread, floor);
        double rise = Math.max(0, (low - usual) / usualSpread);
        decades = young ? 0 : Math.min(MOST_DECADES, rises.decades(rise)) * seen / (seen + FEW);
        rises.learn(Math.min(rise, rises.common()));
        double share = 1.0 / (seen + 1);
        level += Math.max(share, LEVEL_FORGETTING) * (low - level);
        double most = young ? Double.MAX_VALUE : MOST_SPREADS * usualSpread;
        double off = Math.min(Math.abs(low - usual), most);
        spread += Math.max(share, SPREAD_FORGETTING) * (off * TO_DEVIATION - spread);
    }

    /// The next value comes after a gap: the low of before it says nothing of it.
    void interrupt() {
        inBlock = 0;
        filled = 0;
        lowest = Double.POSITIVE_INFINITY;
        decades = 0;
    }
}
