package io.hotlens.skills.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class DataTest {

    @Test
    void wholeNumbersAreWrittenWithoutFraction() {
        assertEquals(
                "{\"count\":3,\"share\":0.5,\"none\":null}",
                Json.write(
                        Data.fields()
                                .put("count", 3)
                                .put("share", 0.5)
                                .put("none", Double.NaN)
                                .build()));
    }

    @Test
    void jsonComesBackAsTheSameData() {
        Data data =
                Data.fields()
                        .put("name", "a \"quoted\" ünïcödé ✓")
                        .put("items", List.of(Data.of(1), Data.of(true), Data.NOTHING))
                        .put("inner", Data.fields().put("x", -1.25).build())
                        .build();
        assertEquals(data, Json.parse(Json.write(data)));
    }

    @Test
    void brokenJsonIsRefusedWithTheReason() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Json.parse("{\"a\":"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("not JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "function", "in", "Name", "9a", "with space", ""})
    void namesThatLuaCannotReadAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Data.fields().put(name, 1));
    }

    @Test
    void infinityIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> new Data.Num(Double.POSITIVE_INFINITY));
        assertEquals(Data.NOTHING, Data.of(Double.NaN));
    }

    @Test
    void aPageTellsHowManyThereAreInAll() {
        List<Data> all = IntStream.range(0, 120).mapToObj(i -> Data.of(i)).toList();
        assertEquals(new Page(120, all.subList(0, 50)), Page.of(all, 1_000));
        assertEquals(0, Page.of(all, -3).items().size());
    }
}
