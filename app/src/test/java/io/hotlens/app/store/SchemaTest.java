package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

final class SchemaTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    /// The present tables and one column more.
    private static Schema later() {
        var versions = new ArrayList<>(Schema.PRESENT.versions());
        versions.add("ALTER TABLE investigation ADD COLUMN note TEXT NOT NULL DEFAULT 'none';\n");
        return new Schema(versions);
    }

    private Recorded kept() {
        Recorded one = Recorded.deadlock();
        try (var store = InvestigationStore.open(file())) {
            store.write(Recorded.source(new EventBus(), one), one.events());
        }
        return one;
    }

    @Test
    void anEarlierFileIsBroughtToThePresentAndKeepsWhatItHas() {
        Recorded one = kept();
        try (var store = InvestigationStore.open(file(), later())) {
            assertEquals(one.id(), store.find(HistoryQuery.ALL).getFirst().id());
            String note =
                    store.database()
                            .read(
                                    c ->
                                            c.createStatement()
                                                    .executeQuery("SELECT note FROM investigation")
                                                    .getString(1));
            assertEquals("none", note);
        }
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
        kept();
        var versions = new ArrayList<>(Schema.PRESENT.versions());
        versions.add("CREATE TABLE more (a TEXT);\nCREATE NONSENSE;\n");
        var broken = new Schema(versions);
        assertThrows(StoreException.class, () -> InvestigationStore.open(file(), broken));
        try (var store = InvestigationStore.open(file())) {
            assertEquals(1, store.find(HistoryQuery.ALL).size());
            assertEquals(
                    0,
                    (int)
                            store.database()
                                    .read(
                                            c ->
                                                    Schema.number(
                                                            c,
                                                            "SELECT COUNT(*) FROM sqlite_master"
                                                                    + " WHERE name = 'more'")));
        }
    }

    @Test
    void aFileOfANewerHotlensIsLeftAlone() {
        InvestigationStore.open(file(), later()).close();
        byte[] before = bytes();
        String said =
                String.valueOf(
                        assertThrows(StoreException.class, () -> InvestigationStore.open(file()))
                                .getMessage());
        assertTrue(said.contains("a newer Hotlens wrote it (version 2, this one knows 1)"), said);
        assertArrayEquals(before, bytes());
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Files.writeString(file(), "my diary, page 1\n".repeat(500));
        byte[] before = bytes();
        String said =
                String.valueOf(
                        assertThrows(StoreException.class, () -> InvestigationStore.open(file()))
                                .getMessage());
        assertTrue(said.contains("move it away and a new one is begun"), said);
        assertArrayEquals(before, bytes());
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Schema.execute(other, "CREATE TABLE songs (title TEXT)");
        }
        byte[] before = bytes();
        String said =
                String.valueOf(
                        assertThrows(StoreException.class, () -> InvestigationStore.open(file()))
                                .getMessage());
        assertTrue(said.contains("it is no history of Hotlens"), said);
        assertArrayEquals(before, bytes());
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
        String said =
                String.valueOf(
                        assertThrows(
                                        StoreException.class,
                                        () ->
                                                InvestigationStore.open(
                                                        blocked.resolve("history.db")))
                                .getMessage());
        assertTrue(said.contains("it cannot be written; see who owns its folder"), said);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
