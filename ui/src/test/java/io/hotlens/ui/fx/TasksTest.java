package io.hotlens.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.TargetException;
import io.hotlens.ui.support.Inline;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

final class TasksTest {

    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(Runnable::run, screen::add);
    private final List<String> seen = new ArrayList<>();

    @Test
    void theResultReachesTheScreenOnItsOwnThread() {
        tasks.run(() -> "done", seen::add, problem -> seen.add(problem.sentence()));
        assertTrue(seen.isEmpty());
        screen.remove().run();
        assertEquals(List.of("done"), seen);
    }

    @Test
    void aTargetsSentenceIsShownAsItIs() {
        tasks.<String>run(
                () -> {
                    throw new TargetException.Gone("The process ended.");
                },
                seen::add,
                problem -> seen.add(problem.sentence() + problem.details()));
        screen.remove().run();
        assertEquals(List.of("The process ended."), seen);
    }

    @Test
    void interruptedWorkTellsNobody() {
        tasks.<String>run(
                () -> {
                    throw new InterruptedException();
                },
                seen::add,
                problem -> seen.add(problem.sentence()));
        assertTrue(Thread.interrupted());
        assertTrue(screen.isEmpty());
    }

    @Test
    void piecesAreTakenInOneByOneUntilAllAreThere() {
        var sizes = new ArrayList<Integer>();
        var all = new ArrayList<Integer>();
        Inline.tasks()
                .<Integer>inPieces(
                        () -> IntStream.range(0, 2_500).boxed().toList(),
                        piece -> {
                            sizes.add(piece.size());
                            all.addAll(piece);
                        });
        assertEquals(List.of(1_000, 1_000, 500), sizes);
        assertEquals(IntStream.range(0, 2_500).boxed().toList(), all);
    }
}
