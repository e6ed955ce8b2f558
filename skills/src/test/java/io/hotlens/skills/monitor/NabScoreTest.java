package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.monitor.NabScore.Profile;
import io.hotlens.skills.monitor.NabScore.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class NabScoreTest {

    private static final List<String> ROWS =
            IntStream.range(0, 100).mapToObj(i -> "row " + i).toList();
    private static final List<Window> WINDOW = List.of(new Window("row 50", "row 59"));

    private static NabScore.Result score(Profile profile, int... alarms) {
        double[] scores = new double[ROWS.size()];
        for (int alarm : alarms) {
            scores[alarm] = 1;
        }
        var scorer = new NabScore(profile);
        scorer.add(ROWS, scores, WINDOW);
        return scorer.result();
    }

    @Test
    void silenceIsZero() {
        assertEquals(0, score(Profile.STANDARD).score());
    }

    @Test
    void theFirstRowOfTheWindowIsPerfect() {
        assertEquals(100, score(Profile.STANDARD, 50).score(), 1e-9);
    }

    @Test
    void aLateFindIsWorthLess() {
        assertEquals(73.4, score(Profile.STANDARD, 58).score(), 5);
    }

    @Test
    void aFalseAlarmCostsMoreInTheProfileAgainstThem() {
        assertEquals(94.5, score(Profile.STANDARD, 50, 20).score(), 1e-9);
        assertEquals(89, score(Profile.REWARD_LOW_FP_RATE, 50, 20).score(), 1e-9);
    }

    @Test
    void theBeginningIsFree() {
        assertEquals(100, score(Profile.STANDARD, 50, 3, 14).score(), 1e-9);
    }
}
