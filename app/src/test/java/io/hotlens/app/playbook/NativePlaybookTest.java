package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlaybookTest {

    private static final String NO_TRACKING = "{\"unavailable\":\"tracking is off\"}";

    private static Playbook healthy() {
        return Playbook.of("native")
                .answer("native_growth", growth(direct(60, 0, 0, 0, 0), other(60, 2, 0.2, 2, 0)))
                .answer("native_get_buffers", "{\"items\":[%s]}".formatted(pool()))
                .answer("native_get_info", info(NO_TRACKING))
                .answer("native_malloc", "{\"unavailable\":\"needs /proc/PID/smaps\"}");
    }

    private static String pool() {
        return "{\"name\":\"direct\",\"count\":40,\"used_mb\":44,\"capacity_mb\":44}";
    }

    private static Playbook directBuffers(
            double windowS, double perMin, double r2, double added, double lately) {
        String course = direct(windowS, perMin, r2, added, lately);
        return healthy().answer("native_growth", growth(course, other(60, 2, 0.2, 2, 0)));
    }

    private static Playbook unaccounted(
            double windowS, double perMin, double r2, double added, double lately) {
        String course = other(windowS, perMin, r2, added, lately);
        return healthy().answer("native_growth", growth(direct(windowS, 0, 0, 0, 0), course));
    }

    private static String growth(String... parts) {
        return "{\"items\":[%s]}".formatted(String.join(",", parts));
    }

    private static String direct(
            double windowS, double perMin, double r2, double added, double lately) {
        return part("direct_buffers", windowS, perMin, r2, added, lately, 20);
    }

    private static String other(
            double windowS, double perMin, double r2, double added, double lately) {
        return part("malloc_unaccounted", windowS, perMin, r2, added, lately, 20);
    }

    private static String part(
            String name,
            double windowS,
            double perMin,
            double r2,
            double added,
            double lately,
            int count) {
        return """
        {"mb":300,"added_mb":%s,"added_lately_mb":%s,"slope_mb_per_min":%s,"r2":%s,
        "window_s":%s,"count":%d,"part":"%s"}\
        """
                .formatted(added, lately, perMin, r2, windowS, count, name);
    }

    private static String info(String tracking) {
        return """
        {"rss_mb":900,"peak_rss_mb":900,"swapped_mb":0,"items":[],"tracking":%s}\
        """
                .formatted(tracking);
    }

    @Test
    void steadyMemoryIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void buffersThatOnlyGrowLeak() {
        Data.Fields finding = directBuffers(18, 12, 0.99, 4, 1).finds("direct_buffer_leak");
        assertTrue(finding.text("context").orElse("").contains("40 direct buffers, 44 MB"));
        assertTrue(finding.text("observation").orElse("").contains("12 MB/min"));
    }

    @Test
    void buffersThatGrowAreWatchedForEighteenSeconds() {
        directBuffers(17, 12, 0.99, 4, 1).looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"5.9, 0.99, 4, 1", "12, 0.89, 4, 1", "12, 0.99, 1.9, 1", "12, 0.99, 4, 0.7"})
    void aSlowOrUnevenOrSmallOrEndedRiseIsAPool(
            double perMin, double r2, double added, double lately) {
        directBuffers(20, perMin, r2, added, lately).isSilent();
    }

    @Test
    void buffersThatLeakAreNotBlamedOnNativeCode() {
        healthy()
                .answer(
                        "native_growth",
                        growth(direct(30, 90, 0.99, 45, 15), other(30, 90, 0.99, 45, 15)))
                .finds("direct_buffer_leak");
    }

    @Test
    void buffersThatWereNotCountedYetAreLookedAtAgain() {
        healthy().answer("native_growth", growth()).looksAgain();
    }

    @Test
    void memoryThatNobodyAccountsForAndGrowsLeaks() {
        Data.Fields finding = unaccounted(24, 60, 0.99, 24, 8).finds("native_leak");
        assertTrue(finding.text("observation").orElse("").contains("60 MB/min, evenly, to 300"));
        assertFalse(finding.text("context").orElse("").contains("the JVM's own"));
    }

    @Test
    void trackingTellsWhatTheJvmTakesBesideItsHeap() {
        Data.Fields finding =
                unaccounted(24, 60, 0.99, 24, 8)
                        .answer(
                                "native_get_info",
                                info(
                                        """
                                        {"committed_mb":700,"categories":[
                                        {"category":"Java Heap","committed_mb":512,
                                        "reserved_mb":512},
                                        {"category":"Code","committed_mb":50,"reserved_mb":250},
                                        {"category":"Class","committed_mb":40,
                                        "reserved_mb":1024}]}\
                                        """))
                        .finds("native_leak");
        assertTrue(finding.text("context").orElse("").contains("of the JVM's own most is Code"));
    }

    @ParameterizedTest
    @CsvSource({"9, 60, 0.99, 24, 8", "9, 0, 0, 0, 0", "23, 60, 0.99, 24, 8"})
    void theCompilersStartHidesARise(
            double windowS, double perMin, double r2, double added, double lately) {
        unaccounted(windowS, perMin, r2, added, lately).looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"19, 24, 8", "60, 24, 2"})
    void aSlowRiseOrOneOfTheStartOnlyIsNoLeak(double perMin, double added, double lately) {
        unaccounted(24, perMin, 0.99, added, lately).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"10, 6, false", "10, 7, true", "14, 19, true", "15, 19, false", "15, 20, true"})
    void aRiseThatMayBecomeALeakIsWatchedForFifteenSeconds(
            double windowS, double perMin, boolean again) {
        Playbook playbook = unaccounted(windowS, perMin, 0.5, 9, 9);
        if (again) {
            playbook.looksAgain();
        } else {
            playbook.isSilent();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.89, 40, 20", "0.99, 13, 9"})
    void anUnevenOrSmallRiseIsWatchedForFiftySeconds(double r2, double added, double lately) {
        unaccounted(49, 30, r2, added, lately).looksAgain();
        unaccounted(50, 30, r2, added, lately).isSilent();
    }

    @Test
    void anEvenRiseOfAYoungJvmsSmallMemoryIsWatchedForFiftySeconds() {
        growingTo(63, 49).looksAgain();
        growingTo(63, 50).isSilent();
        growingTo(64, 24).finds("native_leak");
    }

    private static Playbook growingTo(double mb, double windowS) {
        String rise =
                other(windowS, 60, 0.99, windowS, windowS / 3)
                        .replace("\"mb\":300", "\"mb\":" + mb);
        return healthy().answer("native_growth", growth(direct(windowS, 0, 0, 0, 0), rise));
    }

    @Test
    void mappingsThatAreNotKnownYetAreWaitedForHalfAMinute() {
        healthy().answer("native_growth", growth(direct(31, 0, 0, 0, 0))).looksAgain();
        healthy().answer("native_growth", growth(direct(32, 0, 0, 0, 0))).isSilent();
    }

    @Test
    void twoLooksAtThemAreTooFew() {
        healthy()
                .answer(
                        "native_growth",
                        growth(
                                direct(20, 0, 0, 0, 0),
                                part("malloc_unaccounted", 10, 90, 1, 15, 15, 2)))
                .looksAgain();
    }
}
