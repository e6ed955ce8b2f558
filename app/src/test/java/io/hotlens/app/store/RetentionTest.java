package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class RetentionTest {

    private static final Instant NOW = Recorded.NOON.plus(Duration.ofDays(100));

    @TempDir Path folder;

    private static Recorded keep(InvestigationStore store, int daysAgo, int findings) {
        var one = new Recorded("why", NOW.minus(Duration.ofDays(daysAgo)));
        for (int i = 0; i < findings; i++) {
            one.found("heap_leak", "cache " + i, Severity.WARNING, "x".repeat(2_000));
        }
        store.write(Recorded.source(new EventBus(), one), one.events());
        return one;
    }

    private static List<InvestigationId> left(InvestigationStore store) {
        return store.find(HistoryQuery.ALL).stream().map(HistoryEntry::id).toList();
    }

    @Test
    void whatIsTooOldGoes() {
        try (var store = InvestigationStore.open(folder.resolve("history.db"))) {
            keep(store, 31, 1);
            Recorded young = keep(store, 29, 1);
            assertEquals(1, store.retain(new HistoryOptions(true, 30, 500), NOW));
            assertEquals(List.of(young.id()), left(store));
        }
    }

    @Test
    void theOldestGoUntilTheRestIsSmallEnoughAndTheDiskGetsItBack() throws IOException {
        Path file = folder.resolve("history.db");
        var ids = new ArrayList<InvestigationId>();
        long before;
        try (var store = InvestigationStore.open(file)) {
            for (int day = 12; day > 0; day--) {
                ids.addFirst(keep(store, day, 80).id());
            }
            before = store.bytes();
            assertTrue(before > 2_000_000, () -> "too little to try: " + store.bytes());
            int gone = store.retain(new HistoryOptions(true, 365, 1), NOW);
            assertEquals(ids.subList(0, 12 - gone), left(store));
            assertTrue(gone > 0 && store.bytes() <= 1_000_000, () -> gone + " went");
        }
        assertTrue(Files.size(file) < before / 2 + 500_000, () -> size(file) + " bytes are left");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNewestStaysHoweverLargeItIs() {
        try (var store = InvestigationStore.open(folder.resolve("history.db"))) {
            keep(store, 2, 1);
            Recorded large = keep(store, 1, 500);
            store.retain(new HistoryOptions(true, 365, 1), NOW);
            assertEquals(List.of(large.id()), left(store));
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertEquals(
                "days must be from 1 to 3650, not 0",
                assertThrows(IllegalArgumentException.class, () -> new HistoryOptions(true, 0, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new HistoryOptions(true, 1, 1_000_000));
    }
}
