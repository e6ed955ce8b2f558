package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SeenTextsTest {

    private static final String RECORD = "payment 17 of alice was refused by the bank";

    private final SeenTexts seen = new SeenTexts();

    private List<String> found(String text) {
        return seen.find(text).stream().map(s -> text.substring(s.start(), s.end())).toList();
    }

    @Test
    void aTextAndItsPiecesAreKnownAgain() {
        assertTrue(seen.learn(RECORD, StandIn.LOG_TEXT));

        assertEquals(List.of(RECORD), found("it says " + RECORD + " twice"));
        assertEquals(List.of("payment 17 of alice w"), found("payment 17 of alice w"));
        assertEquals(List.of("of alice was refused by t"), found("cut: of alice was refused by t"));
    }

    @Test
    void aShortSharedPhraseIsNoMatch() {
        seen.learn(RECORD, StandIn.LOG_TEXT);

        assertEquals(List.of(), found("payment 17 failed, alice was here"));
    }

    @Test
    void shortTextsAndSingleWordsCountOnlyAsAWhole() {
        assertTrue(seen.learn("no money", StandIn.LOG_TEXT));
        assertTrue(seen.learn("PaymentServiceOfTheShop", StandIn.LOG_TEXT));
        assertFalse(seen.learn("refused", StandIn.LOG_TEXT));

        assertEquals(List.of("no money"), found("there is no money, no moneyed man"));
        assertEquals(List.of(), found("PaymentServiceOfTheShopping"));
        assertEquals(
                List.of("PaymentServiceOfTheShop"), found("a.PaymentServiceOfTheShop is refused"));
    }

    @Test
    void learningTheSameTwiceTeachesNothing() {
        seen.learn(RECORD, StandIn.LOG_TEXT);
        long once = seen.learned();
        seen.learn(RECORD, StandIn.LOG_TEXT);

        assertEquals(once, seen.learned());
    }
}
