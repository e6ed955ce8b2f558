package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmPlaybookTest {

    private static final String STEADY =
            "{\"window_s\":20,\"slope_per_min\":0.2,\"r2\":0.3,\"rise\":0.1,\"last\":40}";

    private static Playbook healthy() {
        return Playbook.of("jvm")
                .answer("jvm_get_progress", "{\"answers\":true}")
                .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":3}")
                .answer("history jvm.system_cpu_pct", "{\"max\":30}")
                .answer("history jvm.loaded_classes", count(8000, 8000))
                .answer("get_node_info", "{\"processors\":4}")
                .answer("jvm_growth", STEADY)
                .answer("jvm_get_tables", "{\"tables\":[]}")
                .answer("jvm_get_compiler", "{\"enabled\":true,\"cache_full_total\":0}");
    }

    private static String count(int first, int last) {
        return "{\"window_s\":5,\"first\":%d,\"last\":%d}".formatted(first, last);
    }

    private static String growth(double windowS, double perMin, double rise) {
        return "{\"window_s\":%s,\"slope_per_min\":%s,\"r2\":0.99,\"rise\":%s,\"last\":9000}"
                .formatted(windowS, perMin, rise);
    }

    private static String busy(String name, String method, double cpuPct, int looks, int same) {
        return top(running(name, method, cpuPct, looks, same, looks));
    }

    private static String top(String... threads) {
        return "{\"window_s\":9,\"items\":[%s]}".formatted(String.join(",", threads));
    }

    private static String running(
            String name, String method, double cpuPct, int looks, int same, int runnable) {
        return """
        {"name":"%s","method":"%s","state":"RUNNABLE","cpu_pct":%s,
        "looks":%d,"same_method_looks":%d,"runnable_looks":%d,"waited_per_s":0}\
        """
                .formatted(name, method, cpuPct, looks, same, runnable);
    }

    private static Playbook starved() {
        return healthy()
                .answer("history jvm.system_cpu_pct", "{\"max\":100}")
                .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":40}");
    }

    private static String silent(double windowS, String... threads) {
        return "{\"answers\":false,\"why\":\"no answer in 6 s\",\"window_s\":%s,\"native_threads\":[%s]}"
                .formatted(windowS, String.join(",", threads));
    }

    private static String thread(String name, double cpuPct) {
        return thread(name, cpuPct, 0);
    }

    private static String thread(String name, double cpuPct, double queuedPct) {
        return "{\"nid\":77,\"name\":\"%s\",\"state\":\"R\",\"cpu_pct\":%s,\"queued_pct\":%s}"
                .formatted(name, cpuPct, queuedPct);
    }

    @Test
    void aQuietJvmIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void aThreadThatNeverLeavesItsMethodIsAHotLoop() {
        Data.Fields finding =
                healthy()
                        .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":26}")
                        .answer("jvm_top_threads", busy("pricing", "Rates.adjust", 99, 3, 3))
                        .finds("cpu_hot_loop");
        assertEquals("pricing", finding.text("subject").orElse(""));
    }

    @Test
    void oneThatMovesOnIsWork() {
        healthy()
                .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":26}")
                .answer("jvm_top_threads", busy("pricing", "Rates.adjust", 99, 5, 2))
                .isSilent();
    }

    @Test
    void oneOnABusyHostNeedsOneMoreLook() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":12}")
                        .answer("jvm_top_threads", busy("pricing", "Rates.adjust", 45, 3, 3));
        playbook.looksAgain();
        playbook.answer("jvm_top_threads", busy("pricing", "Rates.adjust", 45, 4, 4))
                .finds("cpu_hot_loop");
    }

    @Test
    void oneOnAHostWithoutAProcessorFreeIsFoundByMoreLooks() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"max\":100}")
                        .answer("history jvm.process_cpu_pct", "{\"count\":9,\"max\":4}")
                        .answer("jvm_top_threads", busy("pricing", "Rates.adjust", 14, 4, 4));
        playbook.looksAgain();
        playbook.answer("jvm_top_threads", busy("pricing", "Rates.adjust", 14, 5, 5))
                .finds("cpu_hot_loop");
        playbook.answer("history jvm.system_cpu_pct", "{\"max\":60}").isSilent();
    }

    @Test
    void oneThatWasAsleepAtSomeLooksIsNoLoop() {
        starved()
                .answer(
                        "jvm_top_threads",
                        top(running("stage-1", "Stage.pauseMillis", 11, 6, 6, 2)))
                .isSilent();
    }

    @Test
    void oneThatSleepsBetweenItsRoundsIsNoLoopUnlessItTakesAWholeProcessor() {
        String sleeps = "\"waited_per_s\":0.08}";
        String parser = running("parser", "Log.parse", 45, 6, 6, 6);
        starved()
                .answer("jvm_top_threads", top(parser.replace("\"waited_per_s\":0}", sleeps)))
                .isSilent();
        starved().answer("jvm_top_threads", top(parser)).finds("cpu_hot_loop");
        String untold = parser.replace(",\"waited_per_s\":0", "");
        starved().answer("jvm_top_threads", top(untold)).finds("cpu_hot_loop");
        String whole = running("parser", "Log.parse", 90, 6, 6, 6);
        starved()
                .answer("jvm_top_threads", top(whole.replace("\"waited_per_s\":0}", sleeps)))
                .finds("cpu_hot_loop");
    }

    @Test
    void oneThatRanAtAllLooksButOneIsALoop() {
        starved()
                .answer("jvm_top_threads", top(running("pricing", "Rates.adjust", 14, 6, 6, 5)))
                .finds("cpu_hot_loop");
    }

    @Test
    void oneThatTookLittleOfWhatOthersGotIsNoLoop() {
        starved()
                .answer(
                        "jvm_top_threads",
                        top(
                                running("pricing", "Rates.adjust", 60, 6, 2, 6),
                                running("poller", "Feed.next", 12, 6, 6, 6)))
                .isSilent();
    }

    @Test
    void classesLoadedWithoutAnEndFillTheMetaspace() {
        healthy()
                .answer("jvm_growth metaspace_used_mb", growth(20, 12, 4))
                .answer("jvm_growth loaded_classes", growth(20, 2400, 800))
                .answer("history jvm.loaded_classes", count(8000, 8200))
                .finds("metaspace_leak");
    }

    @Test
    void aStartThatIsOverIsNoLeak() {
        healthy()
                .answer("jvm_growth metaspace_used_mb", growth(20, 12, 4))
                .answer("jvm_growth loaded_classes", growth(20, 2400, 800))
                .isSilent();
    }

    @Test
    void aRiseOfFewClassesIsWatchedForLonger() {
        assertTrue(
                healthy()
                                .answer("jvm_growth metaspace_used_mb", growth(20, 12, 4))
                                .answer("jvm_growth loaded_classes", growth(20, 900, 300))
                                .answer("history jvm.loaded_classes", count(8000, 8060))
                                .looksAgain()
                        >= 3000);
    }

    @Test
    void aCompilerThatGaveUpIsCritical() {
        Data.Fields finding =
                healthy()
                        .answer("jvm_get_compiler", "{\"enabled\":false,\"cache_full_total\":2}")
                        .finds("code_cache_full");
        assertEquals("critical", finding.text("severity").orElse(""));
    }

    @Test
    void oneThreadAtWorkWhileNobodyIsAnsweredStallsTheJvm() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "jvm_get_progress",
                                silent(3, thread("integration", 99), thread("http-1", 0)))
                        .finds("safepoint_stall");
        assertEquals("integration", finding.text("subject").orElse(""));
        assertTrue(finding.text("observation").orElse("").contains("nid 77"));
    }

    @Test
    void aStallOnAHostWithoutAProcessorFreeIsAStall() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "jvm_get_progress",
                                silent(3, thread("integration", 35, 63), thread("http-1", 0, 0)))
                        .finds("safepoint_stall");
        assertTrue(finding.text("observation").orElse("").contains("waited for one 63 %"));
    }

    @Test
    void aJvmWhoseThreadsAllQueueForAProcessorIsNotStalled() {
        healthy()
                .answer(
                        "jvm_get_progress",
                        silent(3, thread("integration", 35, 63), thread("http-1", 2, 70)))
                .isSilent();
    }

    @Test
    void aStallIsWatchedForTwoSeconds() {
        healthy().answer("jvm_get_progress", silent(1, thread("integration", 99))).looksAgain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GC Thread#1", "VM Thread", "C2 CompilerThre"})
    void aJvmThatWorksForItselfIsNoStall(String own) {
        healthy()
                .answer("jvm_get_progress", silent(3, thread("integration", 99), thread(own, 95)))
                .isSilent();
    }

    @Test
    void aJvmWithSeveralThreadsAtWorkOnlyGetsNoTime() {
        healthy()
                .answer("jvm_get_progress", silent(3, thread("http-1", 90), thread("http-2", 40)))
                .isSilent();
    }

    @Test
    void aSilentJvmThatDoesNothingIsNoStall() {
        healthy().answer("jvm_get_progress", silent(3, thread("http-1", 1))).isSilent();
    }
}
