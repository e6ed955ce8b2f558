package io.hotlens.app.store;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.trace.InvestigationId;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Investigations of all targets in one SQLite file, which several processes may use at the same
/// time. Every method blocks, is safe from any thread, and throws a [StoreException] when the file
/// cannot be used.
public final class InvestigationStore implements AutoCloseable {

    private final Path file;
    private final Database database;

    private InvestigationStore(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /// Opens the file; makes it, with its folder, when there is none.
    ///
    /// @throws StoreException also when it is not a history, or a newer Hotlens wrote it
    public static InvestigationStore open(Path file) {
        return open(file, Schema.PRESENT);
    }

    static InvestigationStore open(Path file, Schema schema) {
        return new InvestigationStore(file, Database.open(file, schema));
    }

    Database database() {
        return database;
    }

    /// Keeps events of investigations that began in `source`.
    void write(HistorySource source, List<AppEvent> events) {
        database.change(
                connection -> {
                    var writer = new StepWriter(connection, source);
                    for (AppEvent event : events) {
                        writer.write(event);
                    }
                    return true;
                });
    }

    /// Newest first.
    public List<HistoryEntry> find(HistoryQuery query) {
        return database.read(new HistorySearch(query)::run);
    }

    /// One as a whole; empty when there is none of that id.
    public Optional<KeptInvestigation> read(InvestigationId id) {
        try {
            return database.read(connection -> new StepReader(connection, id).read());
        } catch (IllegalArgumentException e) {
            throw new StoreException(file, "what it has of %s is not understood".formatted(id), e);
        }
    }

    /// Those whose id begins with `start`, newest first, a few at most.
    public List<InvestigationId> beginningWith(String start) {
        if (!start.matches("[0-9a-f]{1,32}")) {
            return List.of();
        }
        return texts(
                        "SELECT id FROM investigation WHERE id GLOB ? ORDER BY started_ms DESC"
                                + " LIMIT 5",
                        start + "*")
                .stream()
                .map(InvestigationId::new)
                .toList();
    }

    /// The names of all targets, in order.
    public List<String> targets() {
        return texts("SELECT DISTINCT name FROM investigation ORDER BY name");
    }

    /// The types of all root causes, in order.
    public List<String> causes() {
        return texts(
                "SELECT DISTINCT cause_type FROM investigation WHERE cause_type IS NOT NULL ORDER"
                        + " BY cause_type");
    }

    private List<String> texts(String sql, Object... values) {
        return database.read(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        StepReader.bind(statement, List.of(values));
                        ResultSet rows = statement.executeQuery();
                        var texts = new ArrayList<String>();
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                        return texts;
                    }
                });
    }

    /// Deletes one with everything that belongs to it.
    ///
    /// @return false when there was none of that id
    public boolean delete(InvestigationId id) {
        boolean gone =
                database.change(
                        connection ->
                                delete(
                                                connection,
                                                "DELETE FROM investigation WHERE id = ?",
                                                id.value())
                                        > 0);
        giveBack();
        return gone;
    }

    /// Lets go of what is too old, then of the oldest until the rest is small enough; the newest
    /// always stays.
    ///
    /// @return how many went
    int retain(HistoryOptions options, Instant now) {
        int gone =
                database.change(
                        connection ->
                                delete(
                                        connection,
                                        "DELETE FROM investigation WHERE started_ms < ?",
                                        now.minus(options.age()).toEpochMilli()));
        while (bytes() > options.bytes() && dropOldest()) {
            gone++;
        }
        if (gone > 0) {
            giveBack();
        }
        return gone;
    }

    private boolean dropOldest() {
        return database.change(
                connection ->
                        delete(
                                        connection,
                                        "DELETE FROM investigation WHERE id = (SELECT id FROM"
                                                + " investigation ORDER BY started_ms, id LIMIT 1)"
                                                + " AND (SELECT COUNT(*) FROM investigation) > 1")
                                > 0);
    }

    private static int delete(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            StepReader.bind(statement, List.of(values));
            return statement.executeUpdate();
        }
    }

    /// What the kept investigations take, without what was freed.
    long bytes() {
        return database.read(
                connection ->
                        (long) Schema.number(connection, "PRAGMA page_size")
                                * (Schema.number(connection, "PRAGMA page_count")
                                        - Schema.number(connection, "PRAGMA freelist_count")));
    }

    /// Gives freed pages back to the file system.
    private void giveBack() {
        database.read(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("PRAGMA incremental_vacuum");
                    }
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
