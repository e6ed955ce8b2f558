package io.hotlens.skills.builtin.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class VmErrorsTest {

    private static final String LOG =
            """
            Internal exceptions (20 events):
            Event: 0.569 Thread 0x00007ff364017ef0 Exception <a 'java/lang/NoSuchMethodError'{0x00000000ff0b9438}: 'int Foo.bar()'> (0x00000000ff0b9438)\s
            thrown [./src/hotspot/share/interpreter/linkResolver.cpp, line 773]
            Event: 3.102 Thread 0x00007f585c017f40 StackOverflowError at 0x00007f584ced21a0
            Event: 3.102 Thread 0x00007f585c017f40 Exception <a 'java/lang/StackOverflowError'{0x00000000ffd0add0}> (0x00000000ffd0add0)\s
            thrown [./src/hotspot/share/runtime/sharedRuntime.cpp, line 631]
            Event: 4.396 Thread 0x00007f585c017f40 Exception <a 'java/lang/OutOfMemoryError'{0x00000000f9c0b7b0}> (0x00000000f9c0b7b0)\s
            thrown [./src/hotspot/share/gc/shared/memAllocator.cpp, line 134]
            """;

    private static final String INFO =
            """
            Heap address: 0x0
            OutOfMemory and StackOverflow Exception counts:
            OutOfMemoryError java_heap_errors=5
            OutOfMemoryError metaspace_errors=1
            StackOverflowErrors=28
            LinkageErrors=4

            NotACount=3
            """;

    @Test
    void whatTheJvmItselfThrowsIsReadWithTimeAndThread() {
        assertEquals(
                List.of(
                        new VmErrors.Entry(
                                3.102, "0x00007f585c017f40", "java.lang.StackOverflowError"),
                        new VmErrors.Entry(
                                4.396, "0x00007f585c017f40", "java.lang.OutOfMemoryError")),
                VmErrors.entries(LOG));
    }

    @Test
    void countsEndAtTheEmptyLine() {
        assertEquals(
                Map.of(
                        "java_heap_errors",
                        5L,
                        "metaspace_errors",
                        1L,
                        "StackOverflowErrors",
                        28L,
                        "LinkageErrors",
                        4L),
                VmErrors.counts(INFO));
    }

    @Test
    void aTargetWithoutErrorsHasNoCounts() {
        assertEquals(Map.of(), VmErrors.counts("# a report without that section\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Internal exceptions (0 events):\nNo events\n",
                "Event: ",
                "Event: x Thread 0x1 Exception <a 'java/lang/StackOverflowError'",
                "Event: 99999999999999999999.1 Thread 0x1 Exception <a"
                        + " 'java/lang/StackOverflowError'{0x1}>",
                "Event: 1.5 Thread 0x1 Exception <a 'java/lang/Stack"
            })
    void brokenLinesAreLeftOut(String text) {
        assertEquals(List.of(), VmErrors.entries(text));
    }

    @Test
    void aHugeReportIsReadInTime() {
        String line = "Event: 1.500 Thread 0x1 Exception <a '" + "a/".repeat(200_000) + "\n";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    assertEquals(List.of(), VmErrors.entries(line.repeat(5)));
                    assertEquals(Map.of(), VmErrors.counts("x=1\n".repeat(500_000)));
                });
    }

    @Test
    void threadsAreNamedByTheirAddress() {
        String print =
                """
                "main" #1 prio=5 os_prio=0 cpu=1.00ms elapsed=1.00s tid=0x00007f1 nid=0x1 runnable
                   java.lang.Thread.State: RUNNABLE

                "order "quoted" worker" #12 [77] daemon prio=5 os_prio=0 tid=0x00007f2 nid=77 waiting on condition
                """;
        assertEquals(
                Map.of("0x00007f1", "main", "0x00007f2", "order \"quoted\" worker"),
                VmErrors.threads(print));
    }

    @Test
    void onlyWhatRanOutIsFatal() {
        assertTrue(VmErrors.isFatal("java.lang.OutOfMemoryError"));
        assertTrue(!VmErrors.isFatal("java.lang.NoClassDefFoundError"));
    }
}
