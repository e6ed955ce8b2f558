package io.hotlens.skills.patient.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;

/// One PostgreSQL on the loopback interface for all patients of a test run; it ends with the tests.
public final class Postgres {

    private Postgres() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

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
}
