package io.hotlens.ui.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.threads.FlameTree.Frame;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class FlameTreeTest {

    private static Frame tree(String... lines) {
        return FlameTree.of(Stream.of(lines).map(Data::of).toList(), "all");
    }

    private static List<String> told(Frame root) {
        return Frames.below(root)
                .map(f -> f.depth() + " " + f.name() + " " + (int) f.weight())
                .toList();
    }

    @Test
    void stacksWithTheSameBeginningShareIt() {
        assertEquals(
                List.of("0 all 17", "1 run 17", "2 price 12", "3 adjust 9", "2 store 5"),
                told(tree("run;store 5", "run;price 3", "run;price;adjust 9")));
    }

    @Test
    void theSameMethodUnderTwoCallersIsTwoFrames() {
        assertEquals(
                List.of("0 all 5", "1 b 3", "2 write 3", "1 a 2", "2 write 2"),
                told(tree("a;write 2", "b;write 3")));
    }

    @Test
    void aMethodNameMayHaveSpaces() {
        assertEquals(List.of("0 all 4", "1 lambda in run 4"), told(tree("lambda in run 4")));
    }

    @Test
    void whatIsNoStackIsLeftOut() {
        assertEquals(List.of("0 all 0"), told(tree("", "run", "run x", "run -3", "run 0")));
        assertEquals(List.of("0 all 0"), told(FlameTree.of(List.of(Data.of(3)), "all")));
    }

    @Test
    void theHeightIsThatOfTheDeepestStack() {
        assertEquals(4, FlameTree.height(tree("a;b;c 1", "a 9")));
    }
}
