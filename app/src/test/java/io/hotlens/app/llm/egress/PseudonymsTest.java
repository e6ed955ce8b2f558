package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudonymsTest {

    @ParameterizedTest
    @EnumSource(StandIn.class)
    void theSameOriginalAlwaysHasTheSameStandInThatLeadsBack(StandIn kind) {
        var names = new Pseudonyms();
        String one = names.of(kind, "one");
        String two = names.of(kind, "two");

        assertEquals(one, names.of(kind, "one"));
        assertEquals("one, two", names.restore(one + ", " + two));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost-1",
                "host-1a",
                "host-01",
                "host-2",
                "xhost-1",
                "Host-1",
                "host1",
                "[log text 1 withheld: 3 chars",
                "[log text withheld: 3 chars]"
            })
    void whatIsNoStandInOfThisSessionStays(String text) {
        var names = new Pseudonyms();
        names.of(StandIn.HOST, "canary");

        assertEquals(text, names.restore(text));
    }

    @Test
    void standInsAreFoundBetweenOtherWords() {
        var names = new Pseudonyms();
        names.of(StandIn.HOST, "canary");

        assertEquals("pool-canary-3_canary", names.restore("pool-host-1-3_host-1"));
    }

    @Test
    void anOriginalIsNotTurnedBackTwice() {
        var names = new Pseudonyms();
        names.of(StandIn.HOST, "host-2");
        names.of(StandIn.HOST, "canary");

        assertEquals("host-2", names.restore("host-1"));
    }

    @Test
    void beyondTheLimitTextsAreWithheldForGood() {
        var names = new Pseudonyms(10);
        names.of(StandIn.HOST, "0123456789");

        assertEquals("[path withheld: 4 chars]", names.of(StandIn.PATH, "/a/b"));
        assertEquals("host-1", names.of(StandIn.HOST, "0123456789"));
    }
}
