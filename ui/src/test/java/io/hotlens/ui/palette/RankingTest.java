package io.hotlens.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.palette.PaletteItem.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class RankingTest {

    private static PaletteItem named(Kind kind, String title) {
        return PaletteItem.named(kind, title, title, "", () -> {});
    }

    private static PaletteItem found(Kind kind, String text) {
        return PaletteItem.found(
                kind, text, "", () -> text.toLowerCase(java.util.Locale.ROOT), () -> {});
    }

    private static final List<PaletteItem> ITEMS =
            List.of(
                    named(Kind.COMMAND, "Settings"),
                    named(Kind.COMMAND, "Smaller texts"),
                    named(Kind.COMMAND, "Dark theme"),
                    named(Kind.SCREEN, "Insights"),
                    named(Kind.CALLBACK, "heap_growth_stats(minutes)"),
                    named(Kind.CALLBACK, "gc_pauses(limit)"),
                    named(Kind.CALLBACK, "get_node_info()"),
                    found(Kind.NOTIFICATION, "2 threads wait for each other: order-writer"),
                    found(Kind.STEP, "took a snapshot of the threads"));

    private static List<String> titles(String typed, String... recent) {
        return Ranking.find(typed, ITEMS, List.of(recent), 20).stream()
                .map(PaletteItem::title)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    set             | Settings
                    SETTINGS        | Settings
                    dt              | Dark theme
                    dark            | Dark theme
                    hgs             | heap_growth_stats(minutes)
                    gcp             | gc_pauses(limit)
                    node            | get_node_info()
                    ins             | Insights
                    order writer    | 2 threads wait for each other: order-writer
                    snapshot thread | took a snapshot of the threads
                    """)
    void theBestStandsFirst(String typed, String best) {
        assertEquals(best, titles(typed).getFirst());
    }

    @Test
    void everyLetterMustBeThereInItsOrder() {
        assertEquals(List.of(), titles("gnittes"));
        assertEquals(List.of(), titles("settingss"));
        assertEquals(List.of(), titles("threads deadlock"));
    }

    @Test
    void whatWasFoundIsNotShownBeforeSomethingIsTyped() {
        List<String> all = titles("");
        assertEquals(7, all.size());
        assertTrue(all.contains("Settings"));
    }

    @Test
    void whatWasUsedLastStandsFirst() {
        assertEquals(
                List.of("gc_pauses(limit)", "Dark theme", "Settings"),
                titles("", "gc_pauses(limit)", "Dark theme").subList(0, 3));
    }

    @Test
    void aProcessIsFoundByItsNumber() {
        PaletteItem jvm =
                PaletteItem.named(Kind.JVM, "", "Checkout", "pid 4711  ·  --port=8080", () -> {});
        assertEquals(List.of(jvm), Ranking.find("4711", List.of(jvm), List.of(), 5));
        assertEquals(List.of(), Ranking.find("4712", List.of(jvm), List.of(), 5));
    }

    @Test
    void ofEachKindOnlyTheBestAreKeptInTheirOrder() {
        var many = new ArrayList<PaletteItem>();
        for (int i = 0; i < 1_000; i++) {
            many.add(named(Kind.CALLBACK, "callback_" + i));
        }
        many.add(found(Kind.NOTIFICATION, "somebody called"));
        List<PaletteItem> best = Ranking.find("call", many, List.of(), 3);
        assertEquals(
                List.of("callback_0", "callback_1", "callback_2", "somebody called"),
                best.stream().map(PaletteItem::title).toList());
    }
}
