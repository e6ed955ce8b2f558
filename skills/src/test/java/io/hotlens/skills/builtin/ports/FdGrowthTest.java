package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ports.Census.Group;
import io.hotlens.skills.builtin.ports.Descriptor.Kind;
import io.hotlens.skills.builtin.ports.FdGrowth.Count;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

class FdGrowthTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Group FILES = new Group(Kind.FILE, "/data/*.csv");

    /// A look each two seconds.
    private static FdGrowth over(int looks, IntUnaryOperator open) {
        return FdGrowth.of(
                IntStream.range(0, looks)
                        .mapToObj(
                                i ->
                                        new Count(
                                                START.plusSeconds(2L * i),
                                                20 + open.applyAsInt(i),
                                                Map.of(FILES, open.applyAsInt(i))))
                        .toList());
    }

    @Test
    void aSteadyRiseIsFollowedToItsGroup() {
        FdGrowth growth = over(11, i -> 3 * i);
        assertEquals(30, growth.total().added());
        assertEquals(90, growth.total().line().perMinute(), 0.01);
        assertEquals(1, growth.total().line().r2(), 0.001);
        assertEquals(FILES, growth.groups().getFirst().group());
        assertEquals(30, growth.groups().getFirst().floor().added());
    }

    @Test
    void whatIsOpenedAndClosedAgainDoesNotCount() {
        FdGrowth growth = over(20, i -> i % 2 == 0 ? 5 : 50);
        assertTrue(growth.total().line().perMinute() < 100, growth::toString);
        assertEquals(0, over(21, i -> i % 2 == 0 ? 5 : 50).total().added());
    }

    @Test
    void aPoolThatHasFilledUpGrowsNoMore() {
        FdGrowth growth = over(30, i -> Math.min(i, 10) * 4);
        assertEquals(40, growth.total().added());
        assertEquals(0, growth.total().addedLately());
    }

    @Test
    void aRiseThatWasGivenBackIsNoRise() {
        assertEquals(0, over(20, i -> i < 19 ? i * 10 : 0).total().added());
    }

    @Test
    void nothingSeenIsNothingGrown() {
        FdGrowth growth = FdGrowth.of(List.of());
        assertTrue(Double.isNaN(growth.total().newest()));
        assertEquals(List.of(), growth.groups());
    }

    @Test
    void theGroupThatRoseMostIsFirst() {
        Group sockets = new Group(Kind.SOCKET, "to 10.0.0.2:5432");
        FdGrowth growth =
                FdGrowth.of(
                        List.of(
                                new Count(START, 10, Map.of(FILES, 1, sockets, 1)),
                                new Count(START.plusSeconds(2), 20, Map.of(FILES, 3, sockets, 9))));
        assertEquals(
                List.of(sockets, FILES),
                growth.groups().stream().map(FdGrowth.GroupCourse::group).toList());
    }
}
