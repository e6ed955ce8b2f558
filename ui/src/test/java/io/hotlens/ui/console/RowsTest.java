package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class RowsTest {

    private static Data.Fields pool(String name, int busy) {
        return Data.fields()
                .put("name", name)
                .put("busy", busy)
                .put("threads", List.of(Data.of(1)))
                .build();
    }

    private static Rows rows(Data answer) {
        return Rows.of(answer).orElseThrow();
    }

    @Test
    void aListOfFieldsIsATableOfTheirSingleValues() {
        Rows rows = rows(Data.items(List.of(pool("http", 8), pool("jobs", 2))));
        assertEquals(List.of("name", "busy"), rows.columns());
        assertEquals(List.of("busy"), rows.numbers());
        assertEquals(List.of("http", "jobs"), rows.names());
    }

    @Test
    void theOneListOfAnAnswerIsItsTable() {
        Data page = Data.fields().put("total", 2).put("items", List.of(pool("http", 8))).build();
        assertEquals(List.of("http"), rows(page).names());
    }

    @Test
    void numbersAreAColumnAndAreCalledByTheirPlace() {
        Rows rows = rows(Data.items(List.of(Data.of(3), Data.of(5))));
        assertEquals(List.of("value"), rows.numbers());
        assertEquals(List.of("1", "2"), rows.names());
    }

    @Test
    void aColumnWithATextInItIsNoColumnOfNumbers() {
        Data mixed =
                Data.items(
                        List.of(
                                Data.fields().put("v", 1).build(),
                                Data.fields().put("v", "none").build()));
        assertEquals(List.of(), rows(mixed).numbers());
    }

    @Test
    void anythingElseIsNoTable() {
        assertEquals(Optional.empty(), Rows.of(Data.of("text")));
        assertEquals(Optional.empty(), Rows.of(Data.items(List.of())));
        assertEquals(Optional.empty(), Rows.of(pool("http", 8).get("name").orElseThrow()));
        assertEquals(Optional.empty(), Rows.of(Data.items(List.of(Data.of(1), Data.of("two")))));
    }
}
