package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

final class ExcerptTest {

    private static final String LINE = "payment of customer 4711 was refused by the bank";

    private static List<Data> records(int count) {
        return IntStream.range(0, count)
                .<Data>mapToObj(i -> Data.fields().put("n", i).put("message", LINE + i).build())
                .toList();
    }

    @Test
    void whatFitsIsTheSame() {
        Data value = Data.fields().put("records", records(2)).build();

        assertSame(value, Excerpt.of(value, 1_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 1_000, 300, 60})
    void textsStayWholeBelowTheirNames(int characters) {
        Data value =
                Data.fields().put("records", records(200)).put("stack", "x".repeat(9_000)).build();

        String written = Json.write(Excerpt.of(value, characters));

        assertTrue(written.length() <= characters, written);
        for (int at = written.indexOf("payment");
                at >= 0;
                at = written.indexOf("payment", at + 1)) {
            assertTrue(written.startsWith(LINE, at), written);
            assertTrue(written.substring(0, at).endsWith("\"message\":\""), written);
        }
        assertTrue(written.contains("left out"), written);
    }

    @Test
    void firstEntriesStayAndTheRestIsCounted() {
        Data excerpt = Excerpt.of(Data.items(records(1_000)), 20_000);

        List<Data> kept = ((Data.Items) excerpt).values();
        assertEquals(records(1).getFirst(), kept.getFirst());
        assertEquals(
                Data.of("(%d more left out)".formatted(1_000 - kept.size() + 1)), kept.getLast());
    }

    @Test
    void textThatIsTooLongIsNotCut() {
        assertEquals(
                Data.of("(5000 characters left out)"), Excerpt.of(Data.of("x".repeat(5_000)), 100));
    }
}
