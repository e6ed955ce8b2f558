package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.nativememory.NativeSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Jdk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class NativeOfPatientsTest {

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static double of(Visit visit, String part, String field) {
        return visit.items("native_growth", 5).stream()
                .filter(one -> one.text("part").orElse("").equals(part))
                .findFirst()
                .flatMap(one -> one.number(field))
                .orElse(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void directBuffersAreCountedExactlyAndTheirGrowthFollowed(Jdk jdk) {
        try (Visit visit = Visit.local(new NativeSkill(), Demo.DIRECT_BUFFER_LEAK, jdk)) {
            visit.eventually("direct buffers grow", v -> of(v, "direct_buffers", "added_mb") >= 4);
            Data.Fields pool = visit.items("native_get_buffers").getFirst();
            double each = pool.number("used_mb").orElse(0.0) / pool.number("count").orElse(1.0);
            assertTrue(each > 0.15 && each <= 0.25, pool::toString);
            assertTrue(visit.value("rss_mb") > visit.value("direct_buffers_mb"));
            assertTrue(of(visit, "heap_resident", "mb") > 0.5);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void unendedCompressorsAreMemoryThatNobodyAccountsFor(Jdk jdk) {
        try (Visit visit = Visit.local(new NativeSkill(), Demo.NATIVE_LEAK, jdk)) {
            visit.eventually(
                    "memory outside the heap grows",
                    v -> of(v, "malloc_unaccounted", "added_mb") >= 5);
            assertTrue(of(visit, "direct_buffers", "added_mb") < 1);
            Data.Fields malloc = visit.call("native_malloc");
            assertEquals(
                    jdk.feature() >= 21 ? "System.native_heap_info" : "/proc/PID/smaps",
                    malloc.text("source").orElse(""));
            assertTrue(malloc.number("arenas").orElse(0.0) >= 1, malloc::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void trackingIsReadWhenItIsOnAndElseSaidToBeOff(Jdk jdk) {
        try (Visit visit =
                Visit.local(
                        new NativeSkill(),
                        Demo.IDLE,
                        jdk,
                        "-XX:NativeMemoryTracking=summary",
                        "-Xmx64m")) {
            Data.Fields tracking =
                    (Data.Fields) visit.call("native_get_info").get("tracking").orElseThrow();
            assertTrue(tracking.number("committed_mb").orElse(0.0) > 10, tracking::toString);
            assertTrue(
                    Visit.items(tracking, "categories").stream()
                            .anyMatch(one -> one.text("category").orElse("").equals("Java Heap")));
            assertTrue(visit.value("native_committed_mb") > 10);
            assertTrue(
                    visit.items("native_get_metaspace").stream()
                            .anyMatch(
                                    one ->
                                            one.text("loader_type")
                                                    .orElse("")
                                                    .equals("<boot class loader>")));
        }
        try (Visit visit = Visit.local(new NativeSkill(), Demo.IDLE, jdk)) {
            Reading.Unavailable off =
                    assertInstanceOf(
                            Reading.Unavailable.class, visit.metric("native_committed_mb"));
            assertTrue(off.why().contains("NativeMemoryTracking"), off::why);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aRemoteTargetTellsItsResidentMemoryFromJdk25On(Jdk jdk) {
        try (Visit visit = Visit.remote(new NativeSkill(), Demo.IDLE, jdk)) {
            assertInstanceOf(Reading.Unavailable.class, visit.metric("malloc_unaccounted_mb"));
            assertTrue(visit.value("direct_buffers_mb") >= 0);
            if (jdk.feature() >= 25) {
                visit.eventually("an event told it", v -> v.value("rss_mb") > 10);
            } else {
                assertInstanceOf(Reading.Unavailable.class, visit.metric("rss_mb"));
            }
        }
    }
}
