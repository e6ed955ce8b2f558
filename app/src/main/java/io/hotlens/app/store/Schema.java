package io.hotlens.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/// The tables of the history, version by version. A file of an earlier version is brought to the
/// present one step by step; one of a later version is left alone.
///
/// @param versions what each version adds to the one before; the first makes the tables
record Schema(List<String> versions) {

    /// The letters HOTL at the place where SQLite keeps whose file it is.
    private static final int OURS = 0x484F544C;

    private static final Pattern END = Pattern.compile(";\\s*\\n");

    static final Schema PRESENT =
            new Schema(
                    List.of(
                            """
                            CREATE TABLE investigation (
                              id TEXT PRIMARY KEY,
                              target TEXT NOT NULL,
                              name TEXT NOT NULL,
                              address TEXT NOT NULL,
                              about TEXT NOT NULL,
                              request TEXT NOT NULL,
                              reason TEXT NOT NULL,
                              trigger_word TEXT NOT NULL,
                              started_ms INTEGER NOT NULL,
                              ended_ms INTEGER,
                              outcome TEXT,
                              outcome_detail TEXT,
                              severity INTEGER,
                              cause_type TEXT,
                              cause_subject TEXT,
                              summary TEXT NOT NULL DEFAULT '',
                              findings INTEGER NOT NULL DEFAULT 0,
                              result TEXT
                            );
                            CREATE INDEX investigation_by_time ON investigation (started_ms);
                            CREATE TABLE step (
                              investigation TEXT NOT NULL
                                REFERENCES investigation (id) ON DELETE CASCADE,
                              place INTEGER NOT NULL,
                              data TEXT NOT NULL,
                              PRIMARY KEY (investigation, place)
                            ) WITHOUT ROWID;
                            CREATE TABLE notification (
                              id TEXT PRIMARY KEY,
                              investigation TEXT NOT NULL
                                REFERENCES investigation (id) ON DELETE CASCADE,
                              type TEXT NOT NULL,
                              subject TEXT NOT NULL,
                              observation TEXT NOT NULL,
                              status TEXT NOT NULL,
                              data TEXT NOT NULL
                            );
                            CREATE INDEX notification_of ON notification (investigation);
                            CREATE TABLE insight (
                              id TEXT PRIMARY KEY,
                              investigation TEXT NOT NULL
                                REFERENCES investigation (id) ON DELETE CASCADE,
                              place INTEGER NOT NULL,
                              data TEXT NOT NULL
                            );
                            CREATE INDEX insight_of ON insight (investigation);
                            """));

    Schema {
        versions = List.copyOf(versions);
    }

    /// Brings the file to the present version.
    ///
    /// @throws StoreException when it is not ours, or of a later version; nothing is changed in it
    void bring(Connection connection, Path file) throws SQLException {
        int known = number(connection, "PRAGMA user_version");
        int whose = number(connection, "PRAGMA application_id");
        boolean empty = number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0;
        if (whose != OURS && !(whose == 0 && known == 0 && empty)) {
            throw new StoreException(
                    file, "it is no history of Hotlens; move it away, nothing was changed in it");
        }
        if (known > versions.size()) {
            throw new StoreException(
                    file,
                    "a newer Hotlens wrote it (version %d, this one knows %d); nothing was changed"
                                    .formatted(known, versions.size())
                            + " in it");
        }
        if (empty) {
            execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
        }
        execute(connection, "PRAGMA journal_mode = WAL");
        if (known < versions.size()) {
            migrate(connection);
        }
    }

    /// Another process may have done it meanwhile.
    private void migrate(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            for (int version = number(connection, "PRAGMA user_version");
                    version < versions.size();
                    version++) {
                List<String> statements = END.splitAsStream(versions.get(version)).toList();
                for (String statement : statements) {
                    if (!statement.isBlank()) {
                        execute(connection, statement);
                    }
                }
            }
            execute(connection, "PRAGMA application_id = " + OURS);
            execute(connection, "PRAGMA user_version = " + versions.size());
            execute(connection, "COMMIT");
        } catch (SQLException e) {
            execute(connection, "ROLLBACK");
            throw e;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
