package io.hotlens.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.ui.connect.RecentTargets.Recent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class RecentTargetsTest {

    @TempDir Path folder;

    private RecentTargets store() {
        return new RecentTargets(folder.resolve("deep").resolve("recent.json"));
    }

    @Test
    void theNewestComesFirstAndEachOnce() {
        store().add(new Recent("a:1", "", ""));
        store().add(new Recent("b:2", "ops", "orders"));
        store().add(new Recent("a:1", "ops", "shop"));
        assertEquals(
                List.of(new Recent("a:1", "ops", "shop"), new Recent("b:2", "ops", "orders")),
                store().load());
    }

    @Test
    void onlyEightAreKept() {
        for (int i = 1; i <= 12; i++) {
            store().add(new Recent("host:" + i, "", ""));
        }
        assertEquals(8, store().load().size());
        assertEquals("host:12", store().load().getFirst().address());
    }

    @Test
    void aBrokenFileIsAnEmptyList() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{not json");
        assertEquals(List.of(), new RecentTargets(file).load());
    }
}
