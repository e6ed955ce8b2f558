package io.hotlens.skills.patient.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One PostgreSQL on the loopback interface for all patients of a test run; it ends with the tests.
/// Patients that look into it have a database each, and see nothing of each other.
public final class Postgres {

    private Postgres() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `jdbc:postgresql://localhost:PORT/postgres?user=postgres`.
    public static String url() {
        return Holder.SERVER.getJdbcUrl("postgres", "postgres");
    }

    /// The same for a database of this name, which is made when it is asked for first.
    public static String url(String database) {
        return DATABASES.computeIfAbsent(database, Postgres::make);
    }

    private static String make(String database) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + database, e);
        }
        return Holder.SERVER.getJdbcUrl("postgres", database);
    }
}
