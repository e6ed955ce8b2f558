package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilerPlaybookTest {

    private static Playbook idle() {
        return Playbook.of("profiler")
                .answer("history jvm.process_cpu_pct", cpu(9, "2.4"))
                .answer("get_node_info", "{\"processors\":4}")
                .refuse("profiler_hot_threads", "nobody is busy")
                .answer("profiler_hot_methods", "{\"total\":0,\"showing\":0,\"items\":[]}");
    }

    private static Playbook busy(String thread) {
        return busy(false, 15, thread);
    }

    private static Playbook busy(boolean sampling, double seconds, String thread) {
        return idle().answer("history jvm.process_cpu_pct", cpu(9, "2.5"))
                .answer(
                        "profiler_hot_threads",
                        """
                        {"total":1,"showing":1,"items":[%s],"sampling":%s,"seconds_so_far":%s,
                        "samples":600}\
                        """
                                .formatted(thread, sampling, seconds));
    }

    private static String cpu(int count, String last) {
        return "{\"count\":%d,\"last\":%s}".formatted(count, last);
    }

    private static String thread(int samples, double regexPct) {
        return """
        {"thread":"http-1","samples":%d,"pct":90,"site":"com.shop.Names.check:8",
        "regex_pct":%s}\
        """
                .formatted(samples, regexPct);
    }

    private static String thread(int samples, double regexPct, double cpuPct, double mbPerS) {
        return thread(samples, regexPct)
                .replace(
                        "}",
                        ",\"cpu_pct\":%s,\"allocated_mb_per_s\":%s}".formatted(cpuPct, mbPerS));
    }

    @Test
    void nobodyIsSampledWhileNobodyIsBusy() {
        idle().isSilent();
    }

    @Test
    void aBusyConnectionIsWatchedForThreeSecondsFirst() {
        idle().answer("history jvm.process_cpu_pct", cpu(2, "90")).looksAgain();
    }

    @Test
    void aMatchThatDoesNotEndBacktracks() {
        Data.Fields finding = busy(thread(40, 98, 10, 0.5)).finds("regex_backtracking");
        assertEquals("http-1", finding.text("subject").orElse(""));
        assertTrue(finding.text("observation").orElse("").contains("in com.shop.Names.check:8"));
    }

    @Test
    void oneOfAThreadWhoseUseIsUnknownIsFoundToo() {
        busy(thread(40, 98)).finds("regex_backtracking");
    }

    @Test
    void unknownUseOfTheProcessIsTakenForBusy() {
        busy(thread(40, 98))
                .answer("history jvm.process_cpu_pct", cpu(0, "null"))
                .finds("regex_backtracking");
    }

    @ParameterizedTest
    @CsvSource({"39, 98, 90, 0", "400, 97, 90, 0", "400, 100, 9, 0", "400, 100, 90, 0.6"})
    void fewSamplesOrMatchesThatEndOrLittleCpuOrNewMatchersAreWork(
            int samples, double regexPct, double cpuPct, double mbPerS) {
        busy(thread(samples, regexPct, cpuPct, mbPerS)).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"true, 15", "false, 11"})
    void samplesAreTakenForTwelveSeconds(boolean sampling, double seconds) {
        busy(sampling, seconds, thread(400, 100)).looksAgain();
    }
}
