package io.hotlens.skills.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The scoring of the Numenta Anomaly Benchmark, version 1.1: 100 for every labelled window found
/// at its beginning and nothing else, 0 for silence; one threshold for all series, the best one.
final class NabScore {

    /// What a false alarm and a missed window cost, where a find earns 1.
    enum Profile {
        STANDARD(0.11, 1),
        REWARD_LOW_FP_RATE(0.22, 1),
        REWARD_LOW_FN_RATE(0.11, 2);

        private final double falseAlarm;
        private final double missed;

        Profile(double falseAlarm, double missed) {
            this.falseAlarm = falseAlarm;
            this.missed = missed;
        }
    }

    /// @param score 0 for silence, 100 for perfection
    /// @param threshold the score from which a row is an alarm
    record Result(double score, double threshold, int alarmsInside, int alarmsOutside) {}

    /// A labelled stretch, from its first timestamp to its last.
    record Window(String from, String to) {}

    /// @param worth what an alarm on this row earns or costs
    /// @param window which window the row is in, or -1
    private record Point(double score, double worth, int window) {}

    private static final double FREE_SHARE = 0.15;
    private static final double FREE_ROWS = 750;
    private static final double BEST_FIND = sigmoid(-1);

    private final Profile profile;
    private final List<Point> points = new ArrayList<>();
    private int windows;

    NabScore(Profile profile) {
        this.profile = profile;
    }

    private static double sigmoid(double x) {
        return x > 3 ? -1 : 2 / (1 + Math.exp(5 * x)) - 1;
    }

    void add(List<String> seconds, double[] scores, List<Window> labels) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < seconds.size(); i++) {
            rows.putIfAbsent(seconds.get(i), i);
        }
        double free = Math.min(Math.floor(FREE_SHARE * scores.length), FREE_ROWS);
        int opened = 0;
        int from = 0;
        int to = -1;
        for (int i = 0; i < scores.length; i++) {
            if (opened < labels.size() && seconds.get(i).equals(labels.get(opened).from())) {
                from = i;
                to = rows.getOrDefault(labels.get(opened).to(), scores.length - 1);
                opened++;
            }
            boolean inside = opened > 0 && i <= to;
            if (i >= free) {
                double worth = inside ? find(i, from, to) : falseAlarm(i, opened, from, to);
                points.add(new Point(scores[i], worth, inside ? windows + opened - 1 : -1));
            }
        }
        windows += labels.size();
    }

    private static double find(int row, int from, int to) {
        double width = to - from + 1;
        return sigmoid(-(to - row + 1) / width) / BEST_FIND;
    }

    private double falseAlarm(int row, int windowsBefore, int from, int to) {
        double distance = (row - to) / (double) (to - from);
        return profile.falseAlarm * (windowsBefore == 0 ? -1 : sigmoid(distance));
    }

    Result result() {
        double[] best = new double[windows];
        points.stream()
                .filter(p -> p.window() >= 0)
                .forEach(p -> best[p.window()] = -profile.missed);
        double silence = Arrays.stream(best).sum();
        double total = silence;
        var top = new Result(total, 1.1, 0, 0);
        int in = 0;
        int out = 0;
        points.sort(Comparator.comparingDouble(Point::score).reversed());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.window() < 0) {
                out++;
                total += point.worth();
            } else {
                in++;
                double gain = Math.max(0, point.worth() - best[point.window()]);
                total += gain;
                best[point.window()] += gain;
            }
            boolean level = i + 1 < points.size() && points.get(i + 1).score() == point.score();
            if (!level && total > top.score()) {
                top = new Result(total, point.score(), in, out);
            }
        }
        double percent = 100 * (top.score() - silence) / (windows - silence);
        return new Result(percent, top.threshold(), top.alarmsInside(), top.alarmsOutside());
    }
}
