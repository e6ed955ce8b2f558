package io.hotlens.skills.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The usual value at each phase of a period, such as at each half hour of the day. A phase is
/// learned when it has passed.
final class Season {

    private final int phaseSeconds;
    private final double forgetting;
    private final double[] usual;
    private final byte[] periods;
    private int phase = -1;
    private double sum;
    private int values;

    /// @param forgetting how far a later period moves the usual value of a phase, 0 to 1
    Season(int periodSeconds, int phases, double forgetting) {
        this.forgetting = forgetting;
        phaseSeconds = periodSeconds / phases;
        usual = new double[phases];
        periods = new byte[phases];
        Arrays.fill(usual, Double.NaN);
    }

    /// Goes on with what was learned; what was learned in other phases is left out.
    void resume(Baseline.Phases learned) {
        if (learned.usual().size() != usual.length) {
            return;
        }
        for (int i = 0; i < usual.length; i++) {
            usual[i] = learned.usual().get(i);
            periods[i] = learned.periods().get(i).byteValue();
        }
    }

    Baseline.Phases learned() {
        List<Integer> seen = new ArrayList<>();
        for (byte period : periods) {
            seen.add((int) period);
        }
        return new Baseline.Phases(Arrays.stream(usual).boxed().toList(), seen);
    }

    int phaseAt(long epochSecond) {
        return (int) Math.floorMod(epochSecond / phaseSeconds, (long) usual.length);
    }

    /// The usual value of a phase, or `otherwise` before it has been seen.
    double usual(int phaseNow, double otherwise) {
        return periods[phaseNow] == 0 ? otherwise : usual[phaseNow];
    }

    void learn(int phaseNow, double value) {
        if (phaseNow != phase) {
            close();
            phase = phaseNow;
        }
        sum += value;
        values++;
    }

    /// Ends the phase that is under way.
    void close() {
        if (values > 0) {
            double mean = sum / values;
            periods[phase] = (byte) Math.min(periods[phase] + 1, Byte.MAX_VALUE);
            double weight = Math.max(forgetting, 1.0 / periods[phase]);
            usual[phase] =
                    periods[phase] == 1 ? mean : usual[phase] + weight * (mean - usual[phase]);
        }
        sum = 0;
        values = 0;
    }
}
