package io.hotlens.skills.builtin.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.target.ThreadDump;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class CarriersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /// A look at `second` with these virtual threads on carriers.
    private static ThreadDump look(int second, long... mounted) {
        List<ThreadDump.Stack> stacks =
                Arrays.stream(mounted).mapToObj(id -> stack(id, "mounted")).toList();
        return new ThreadDump(NOON.plusSeconds(second), stacks, List.of());
    }

    private static ThreadDump.Stack stack(long id, String detail) {
        return new ThreadDump.Stack(
                id,
                "virtual thread #" + id,
                true,
                "RUNNABLE",
                detail,
                -1,
                -1,
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Test
    void whoWasThereAtEachLookSitsLongest() {
        var carriers = new Carriers(List.of(look(0, 1, 2), look(2, 1, 3), look(5, 3, 1)));
        assertEquals(
                List.of(1L, 3L), carriers.sitting().stream().map(one -> one.stack().id()).toList());
        assertEquals(
                List.of(3, 2), carriers.sitting().stream().map(Carriers.Sitting::looks).toList());
        assertEquals(Duration.ofSeconds(5), carriers.sitting().getFirst().since());
        assertEquals(3, carriers.different());
    }

    @Test
    void whoCameBackSitsOnlySinceThen() {
        var carriers = new Carriers(List.of(look(0, 1), look(2, 2), look(4, 1)));
        assertEquals(1, carriers.sitting().getFirst().looks());
        assertEquals(Duration.ZERO, carriers.sitting().getFirst().since());
    }

    @Test
    void platformThreadsAndNoLooksAreNobody() {
        assertEquals(List.of(), new Carriers(List.of()).sitting());
        var platform = new ThreadDump(NOON, List.of(stack(9, "on object monitor")), List.of());
        assertEquals(List.of(), new Carriers(List.of(platform)).sitting());
    }
}
