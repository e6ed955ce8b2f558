package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// What is looked at by hand before a pattern is tried, or in place of one, passes over nothing
/// that the pattern finds.
class ShapeTest {

    private static final int TEXTS = 100_000;
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.$-]*+(?::([0-9]{1,5})(?![0-9]))?");

    private static final List<String> PIECES =
            List.of(
                    "select",
                    "SELECT",
                    "insert",
                    "into",
                    "Update",
                    "set",
                    "delete",
                    "from",
                    "merge",
                    "truncate",
                    "table",
                    "create",
                    "unique",
                    "INDEX",
                    "drop",
                    "with",
                    "as (",
                    "x",
                    "select * from t ",
                    "INSERT\ninto ",
                    "update t set ",
                    "with q as (",
                    "user",
                    "User_Name",
                    "login",
                    "account",
                    "principal",
                    "=",
                    ":",
                    ": ",
                    "://",
                    "::",
                    " ",
                    "\n",
                    "\t",
                    "'",
                    "\"",
                    "/",
                    "\\",
                    "\\\\",
                    "@",
                    ".",
                    "-",
                    "_",
                    "$",
                    "(",
                    ")",
                    "com",
                    "example",
                    "java.io.IOException",
                    "FooError",
                    "Throwable",
                    "JDBC:",
                    "jdbc:h2:",
                    "http",
                    "-D",
                    "-XX:",
                    "HOME",
                    "a",
                    "Z",
                    "7",
                    "10",
                    "12345",
                    "123456",
                    "127.0.0.1",
                    "fe80",
                    "abcdef",
                    "0123456789abcdef",
                    "\uE000",
                    "\uE001",
                    "İ",
                    "K",
                    "ß",
                    "550e8400-e29b-41d4-a716-446655440000",
                    "10.20.30.40",
                    "db-1.prod.internal");

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aTextThatIsPassedOverHoldsNothing(Shape shape) {
        var random = new Random(5);
        int found = 0;
        int passedOver = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            if (shape.may(text)) {
                found += shape.matcher(text).find() ? 1 : 0;
            } else {
                passedOver++;
                assertFalse(shape.matcher(text).find(), text);
            }
        }
        assertTrue(found > 50, "too few texts hold it: " + found);
        assertTrue(passedOver > 1_000, "too few texts are passed over: " + passedOver);
    }

    @Test
    void wordsAreThoseOfThePattern() {
        var random = new Random(3);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            List<Word> expected =
                    WORD.matcher(text)
                            .results()
                            .map(
                                    m ->
                                            new Word(
                                                    m.start(),
                                                    m.group(1) == null ? m.end() : m.start(1) - 1,
                                                    m.end()))
                            .toList();
            assertEquals(expected, Word.in(text), text);
        }
    }

    @Test
    void aWordThatIsPassedOverHasNoPart() {
        var random = new Random(4);
        int passedOver = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            for (Word place : Word.in(text)) {
                String word = text.substring(place.start(), place.end());
                if (!Words.mayHavePart(word)) {
                    passedOver++;
                    assertFalse(Words.PART.matcher(word).find(), word);
                }
            }
        }
        assertTrue(passedOver > TEXTS / 10, "too few words are passed over: " + passedOver);
    }
}
