package io.hotlens.skills.builtin.database;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/// One read-only session with the user's PostgreSQL, opened by the first question and closed with
/// the skill. Statements end after five seconds.
final class PgSession implements Subscription {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final int MOST_ROWS = 500;

    private final Optional<DatabaseAccess> access;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Connection open;

    PgSession(Optional<DatabaseAccess> access) {
        this.access = access;
    }

    boolean given() {
        return access.isPresent();
    }

    /// The rows of a statement, at most 500.
    ///
    /// @throws TargetException when there is no way to the database, or it does not answer
    List<Data> ask(String sql) {
        DatabaseAccess way =
                access.orElseThrow(
                        () ->
                                new TargetException.Unsupported(
                                        "The database is asked only when its JDBC URL is given:"
                                            + " --jdbc-url jdbc:postgresql://host:port/database."));
        asking.lock();
        try {
            return rows(connection(way), sql);
        } catch (SQLException e) {
            closeQuietly();
            throw PgFailure.of(e, way.place());
        } finally {
            asking.unlock();
        }
    }

    private Connection connection(DatabaseAccess way) throws SQLException {
        Connection held = open;
        if (held != null && held.isValid(2)) {
            return held;
        }
        if (!way.url().startsWith(PREFIX)) {
            throw new TargetException.Unsupported(
                    "Only PostgreSQL can be asked directly, and %s is something else."
                            .formatted(way.place()));
        }
        Connection fresh = DriverManager.getConnection(way.url(), properties(way));
        open = fresh;
        fresh.setReadOnly(true);
        return fresh;
    }

    private static Properties properties(DatabaseAccess way) {
        var properties = new Properties();
        if (!way.user().isEmpty()) {
            properties.setProperty("user", way.user());
        }
        if (!way.password().isEmpty()) {
            properties.setProperty("password", way.password());
        }
        properties.setProperty("ApplicationName", "hotlens");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty(
                "options", "-c default_transaction_read_only=on -c statement_timeout=5000");
        return properties;
    }

    private static List<Data> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet result = statement.executeQuery(sql)) {
                var rows = new ArrayList<Data>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static Data row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        FieldsBuilder row = Data.fields();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), value(result.getObject(i)));
        }
        return row.build();
    }

    private static Data value(@Nullable Object value) {
        return value instanceof Timestamp time
                ? Data.of(time.toInstant().toString())
                : Data.from(value);
    }

    private void closeQuietly() {
        Connection held = open;
        open = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException _) {
                // It is broken already.
            }
        }
    }

    @Override
    public void close() {
        asking.lock();
        try {
            closeQuietly();
        } finally {
            asking.unlock();
        }
    }
}
