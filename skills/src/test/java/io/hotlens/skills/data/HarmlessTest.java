package io.hotlens.skills.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class HarmlessTest {

    private final List<String> tested = new ArrayList<>();
    private final Harmless harmless =
            new Harmless(
                    1,
                    text -> {
                        tested.add(text);
                        return !text.contains("secret");
                    });

    @Test
    void aTextThatPassedIsNotTestedAgain() {
        assertTrue(harmless.test("a state"));
        assertTrue(harmless.test("a state"));
        assertEquals(List.of("a state"), tested);
    }

    @Test
    void oneThatFailedIsTestedEachTime() {
        assertFalse(harmless.test("a secret"));
        assertFalse(harmless.test("a secret"));
        assertEquals(2, tested.size());
    }

    @Test
    void onlySoManyAreHeld() {
        harmless.test("one");
        harmless.test("two");
        harmless.test("one");
        assertEquals(List.of("one", "two", "one"), tested);
    }

    @Test
    void longTextsAreNotHeld() {
        String text = "x".repeat(300);
        harmless.test(text);
        harmless.test(text);
        assertEquals(2, tested.size());
    }
}
