package io.hotlens.skills.builtin.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class HistogramTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String TEXT =
            """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         62520        5190784  [B (java.base@25.0.3)
               2:          4913        3238456  [I (java.base@25.0.3)
               3:            12            480  com.example.Session
               4:             3            120  com.example.Session
            Total         67448        8429840
            """;

    private static Histogram at(int second, long sessions, long garbage) {
        return new Histogram(
                START.plusSeconds(second),
                Duration.ZERO,
                false,
                Map.of(
                        "Session", new Histogram.Row(sessions, sessions * 1000),
                        "byte[]", new Histogram.Row(garbage, garbage * 100)));
    }

    private static Map.Entry<String, Histogram.Row> row(Histogram histogram, String name) {
        return histogram.rows().entrySet().stream()
                .filter(e -> e.getKey().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsAreReadAndClassesOfOneNameAdded() {
        Histogram histogram = Histogram.parse(TEXT, START, Duration.ofMillis(3), false);
        assertEquals(
                Map.entry("byte[]", new Histogram.Row(62520, 5190784)), row(histogram, "byte[]"));
        assertEquals(
                Map.entry("com.example.Session", new Histogram.Row(15, 600)),
                row(histogram, "com.example.Session"));
        assertEquals(3, histogram.rows().size());
    }

    @ParameterizedTest
    @CsvSource({
        "[B, byte[]",
        "[[Ljava.lang.String;, java.lang.String[][]",
        "java.lang.String, java.lang.String"
    })
    void arraysAreWrittenAsInSource(String internal, String readable) {
        assertEquals(readable, Histogram.readable(internal));
    }

    @Test
    void onlyWhatGrowsEachTimeIsACandidate() {
        var growth =
                new HeapGrowth(
                        List.of(
                                at(0, 100, 500),
                                at(4, 200, 900),
                                at(8, 300, 100),
                                at(12, 400, 950)));
        List<String> candidates =
                growth.byBytesAdded().stream()
                        .filter(HeapGrowth.Growth::onlyGrows)
                        .map(HeapGrowth.Growth::name)
                        .toList();
        assertEquals(List.of("Session"), candidates);
        assertEquals(300, growth.byBytesAdded().getFirst().instancesAdded());
    }

    @Test
    void twoHistogramsAreTooFewToTell() {
        var growth = new HeapGrowth(List.of(at(0, 100, 500), at(4, 200, 900)));
        assertEquals(
                List.of(),
                growth.byBytesAdded().stream().filter(HeapGrowth.Growth::onlyGrows).toList());
    }
}
