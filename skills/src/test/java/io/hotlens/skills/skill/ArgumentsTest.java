package io.hotlens.skills.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.util.List;

class ArgumentsTest {

    private static final Callback TOP =
            Callback.of("gc_top", "top", "{}", "a bean")
                    .with(
                            Parameter.limit(),
                            Parameter.choice("by", List.of("cpu", "allocation"), "what to sort by"),
                            Parameter.bool("live", false, "only reachable"));
    private static final Callback NAMED =
            Callback.of("gc_named", "one", "{}", "a bean").with(Parameter.text("name", "a class"));

    private static String refusal(Callback callback, Data... given) {
        return String.valueOf(
                assertThrows(BadArguments.class, () -> Arguments.check(callback, List.of(given)))
                        .getMessage());
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        Arguments arguments = Arguments.check(TOP, List.of());
        assertEquals(10, arguments.count("limit"));
        assertEquals("cpu", arguments.text("by"));
        assertEquals(false, arguments.bool("live"));
    }

    @Test
    void nilTakesTheDefaultToo() {
        assertEquals(
                "allocation",
                Arguments.check(TOP, List.of(Data.NOTHING, Data.of("allocation"))).text("by"));
    }

    @Test
    void aMissingArgumentIsNamedWithItsMeaning() {
        assertEquals("gc_named(name) needs 'name': a class", refusal(NAMED));
    }

    @Test
    void aWrongKindIsNamed() {
        assertEquals(
                "gc_top(limit, by, live): 'limit' must be a number (how many items, 50 at most)",
                refusal(TOP, Data.of("ten")));
    }

    @Test
    void aWrongChoiceIsAnsweredWithTheRightOnes() {
        assertEquals(
                "gc_top(limit, by, live): 'by' must be one of cpu, allocation, not 'memory'",
                refusal(TOP, Data.of(5), Data.of("memory")));
    }

    @Test
    void tooManyArgumentsAreRefused() {
        assertEquals(
                "gc_named(name) takes at most 1 argument(s), got 2",
                refusal(NAMED, Data.of("a"), Data.of("b")));
    }

    @Test
    void aNegativeCountIsNone() {
        assertEquals(0, Arguments.check(TOP, List.of(Data.of(-7))).count("limit"));
    }
}
