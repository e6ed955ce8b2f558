package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.trace.InvestigationId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Objects;

@Timeout(120)
final class KilledProcessTest {

    private static final int STEPS = 250;
    private static final long LAST_SECOND_MS = 1_000;

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessHistory.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void killingLosesAtMostTheLastSecond() throws IOException, InterruptedException {
        Process process = start();
        InvestigationId id;
        var times = new ArrayList<Long>();
        long killed;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            id = new InvestigationId(Objects.requireNonNull(out.readLine()));
            try (InvestigationStore beside = InvestigationStore.open(file())) {
                Recorded other = Recorded.deadlock();
                beside.write(Recorded.source(new EventBus(), other), other.events());
                while (times.size() < STEPS) {
                    times.add(Long.valueOf(Objects.requireNonNull(out.readLine())));
                }
            }
        } finally {
            killed = System.currentTimeMillis();
            process.destroyForcibly().waitFor();
        }
        long owed = times.stream().filter(time -> time <= killed - LAST_SECOND_MS).count();
        try (InvestigationStore store = InvestigationStore.open(file())) {
            assertEquals("ok", store.database().read(KilledProcessTest::integrity));
            KeptInvestigation kept = store.read(id).orElseThrow();
            assertFalse(kept.ended());
            assertTrue(owed > 50, () -> "it was killed too soon: " + owed);
            assertTrue(
                    kept.steps().size() >= owed,
                    () -> "%d of %d steps are there".formatted(kept.steps().size(), owed));
            assertEquals(2, store.find(HistoryQuery.ALL).size());
        }
    }

    private static String integrity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }
}
