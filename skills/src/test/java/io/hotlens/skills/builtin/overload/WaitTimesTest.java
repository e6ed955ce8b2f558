package io.hotlens.skills.builtin.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class WaitTimesTest {

    @Test
    void theUsualWaitIsTheMedianOfThoseThatEnded() {
        var times = new WaitTimes(List.of(2000.0, 30.0, 25.0, 40.0, 60.0), 500);
        assertEquals(40, times.usual());
        assertEquals(2000, times.longest());
    }

    @Test
    void asLongAsFewEndedItIsTheLongest() {
        assertEquals(6000, new WaitTimes(List.of(30.0, 20.0), 6000).usual());
        assertEquals(6000, new WaitTimes(List.of(), 6000).usual());
    }
}
