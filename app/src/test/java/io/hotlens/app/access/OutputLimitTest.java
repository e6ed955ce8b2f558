package io.hotlens.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

final class OutputLimitTest {

    private static Data numbers(int count) {
        return Data.items(IntStream.range(0, count).mapToObj(i -> Data.of((double) i)).toList());
    }

    @Test
    void smallAnswerIsUntouched() {
        Data answer = numbers(10);

        assertSame(answer, new OutputLimit(1_000).apply(answer));
    }

    @Test
    void longListIsCutAndSaysHowMuchIsMissing() {
        Data cut = new OutputLimit(1_000).apply(numbers(5_000));

        List<Data> items = ((Data.Items) cut).values();
        assertEquals(201, items.size());
        assertEquals(Data.of("truncated, 200 of 5000"), items.getLast());
    }

    @Test
    void longTextIsCut() {
        Data cut = new OutputLimit(500).apply(Data.of("x".repeat(10_000)));

        assertTrue(((Data.Text) cut).value().endsWith("(truncated, 400 of 10000 characters)"));
    }

    @Test
    void whateverComesOutFits() {
        Data nested = numbers(300);
        for (int i = 0; i < 60; i++) {
            nested = Data.items(List.of(nested, Data.of("y".repeat(3_000)), nested));
            if (i > 4) {
                nested = Data.fields().put("inner", nested).build();
            }
            if (Json.write(nested).length() > 2_000_000) {
                break;
            }
        }

        assertTrue(Json.write(new OutputLimit(2_000).apply(nested)).length() <= 2_000);
    }

    /// Whether a value fits is first told by an estimate, which must never be too low.
    @Test
    void theEstimateIsNeverBelowTheLength() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Data value = value(random, 0);
            long length = Json.write(value).length();
            assertTrue(OutputLimit.mostChars(value) >= length, () -> Json.write(value));
        }
    }

    private static Data value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0 -> Data.of(Double.longBitsToDouble(random.nextLong()));
            case 1 -> Data.of((double) random.nextLong());
            case 2 -> Data.of(random.nextBoolean());
            case 3 -> Data.of(text(random));
            case 4 -> Data.items(List.of());
            case 5 -> Data.items(List.of(value(random, depth + 1), value(random, depth + 1)));
            default ->
                    Data.fields(
                            Map.of(
                                    "x" + text(random),
                                    value(random, depth + 1),
                                    "y",
                                    Data.of(false)));
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, 256)
                .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                .toString();
    }
}
