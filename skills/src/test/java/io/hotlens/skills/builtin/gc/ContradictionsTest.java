package io.hotlens.skills.builtin.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ContradictionsTest {

    private static Contradictions of(String option, int processors, double heap, double memory) {
        return Contradictions.of(List.of(option), "G1", processors, heap, memory);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -XX:ParallelGCThreads=64,    2, 1
                    -XX:ParallelGCThreads=64,   16, 1
                    -XX:ParallelGCThreads=64,   17, 0
                    -XX:ParallelGCThreads=16,    2, 0
                    -XX:ConcGCThreads=40,        4, 1
                    -XX:CICompilerCount=4,       2, 0
                    -XX:ParallelGCThreads=x,     2, 0
                    -XX:ParallelGCThreads=99999999999, 2, 0
                    -Dx=-XX:ParallelGCThreads=64, 2, 0
                    """)
    void aMultipleOfTheProcessorsIsTooMany(String option, int processors, int found) {
        assertEquals(found, of(option, processors, 256, 4096).certain().size());
    }

    @Test
    void aHeapLargerThanTheMemoryCannotBeMeant() {
        List<String> found = of("-Xmx8g", 4, 8192, 4096).certain();
        assertEquals(1, found.size());
        assertTrue(found.getFirst().contains("8192 MB"), found::toString);
    }

    @Test
    void whatIsNotKnownContradictsNothing() {
        assertTrue(of("-Xmx8g", 4, Double.NaN, 4096).certain().isEmpty());
        assertTrue(of("-Xmx8g", 4, 8192, Double.NaN).certain().isEmpty());
    }

    @Test
    void whatMayHaveAReasonIsOnlyADoubt() {
        Contradictions serial = Contradictions.of(List.of(), "Serial", 4, 8000, 16_000);
        assertTrue(serial.certain().isEmpty());
        assertEquals(1, serial.doubtful().size());
        assertEquals(1, of("-XX:ActiveProcessorCount=8", 2, 100, 4096).doubtful().size());
    }

    @Test
    void fittingOptionsAreSilent() {
        Contradictions fitting = of("-XX:ParallelGCThreads=2", 2, 256, 4096);
        assertEquals(new Contradictions(List.of(), List.of()), fitting);
    }
}
