package io.hotlens.app.playbook;

import static io.hotlens.app.playbook.GcAnswers.healthy;
import static io.hotlens.app.playbook.GcAnswers.live;
import static io.hotlens.app.playbook.GcAnswers.observation;
import static io.hotlens.app.playbook.GcAnswers.stats;
import static io.hotlens.app.playbook.GcAnswers.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.util.List;

class GcOverheadPlaybookTest {

    @Test
    void aTenthOfTheTimeInCollectionsIsTooMuch() {
        Playbook playbook = healthy().answer("gc_stats", stats(60, 9.9, 30));
        playbook.isSilent();
        Data.Fields finding = playbook.answer("gc_stats", stats(60, 10, 30)).finds("gc_overhead");
        assertEquals("warning", finding.text("severity").orElse(""));
    }

    @Test
    void onAHostThatOthersKeepBusyAQuarterOfTheTimeIsTooMuch() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"max\":100,\"avg\":95}")
                        .answer("history jvm.process_cpu_pct", "{\"max\":60,\"avg\":50}")
                        .answer("gc_stats", stats(60, 24, 30));
        playbook.isSilent();
        playbook.answer("gc_stats", stats(60, 25, 30)).finds("gc_overhead");
        playbook.answer("history jvm.process_cpu_pct", "{\"max\":100,\"avg\":60}")
                .answer("gc_stats", stats(60, 10, 30))
                .finds("gc_overhead");
    }

    @Test
    void aThirdOfTheTimeIsCritical() {
        Data.Fields finding = healthy().answer("gc_stats", stats(60, 30, 30)).finds("gc_overhead");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("30 %"));
    }

    @Test
    void overheadIsWatchedForEightSeconds() {
        healthy().answer("gc_stats", stats(7, 40, 90)).looksAgain();
    }

    @Test
    void aFullHeapThatDoesNotGrowIsTooSmall() {
        assertEquals(
                List.of("gc_overhead", "heap_undersized"),
                types(
                        healthy()
                                .answer("gc_stats", stats(60, 6, 90))
                                .answer("gc_live_set", live(0, 0, 0, 90, 60, 75))));
    }

    @Test
    void aFullHeapThatIsCollectedSeldomIsLarge() {
        healthy()
                .answer("gc_stats", stats(60, 6, 30))
                .answer("gc_live_set", live(0, 0, 0, 30, 60, 75))
                .isSilent();
    }

    @Test
    void aFullHeapThatLeaksIsNotTooSmall() {
        assertEquals(
                List.of("heap_leak", "gc_overhead"),
                types(
                        healthy()
                                .answer("gc_stats", stats(60, 20, 90))
                                .answer("gc_live_set", live(150, 0.99, 0, 90, 60, 75))));
    }
}
