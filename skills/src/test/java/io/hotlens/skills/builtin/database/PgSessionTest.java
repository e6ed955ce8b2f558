package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.patient.server.Postgres;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// The nine questions to a real PostgreSQL, and every way in which it may refuse.
@Tag("patient")
class PgSessionTest {

    private static final String SECRET = "open-sesame";

    @BeforeAll
    static void aDatabaseWithSomethingInIt() throws SQLException {
        execute(
                "create extension if not exists pg_stat_statements",
                "create table if not exists parcels (id int primary key, place text)",
                "create index if not exists parcels_by_place on parcels (place)",
                "insert into parcels select n, 'x' from generate_series(1, 500) n"
                        + " on conflict do nothing",
                "delete from parcels where id > 400",
                "drop role if exists clerk",
                "create role clerk login password '" + SECRET + "'",
                "analyze parcels");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Postgres.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static PgSession session(String url, String user, String password) {
        return new PgSession(Optional.of(new DatabaseAccess(url, user, password)));
    }

    private static PgSession real() {
        return session(Postgres.url(), "postgres", "");
    }

    @ParameterizedTest
    @EnumSource(PgQuestion.class)
    void everyQuestionIsAnsweredWithTheFieldsItPromises(PgQuestion question) {
        try (PgSession session = real()) {
            List<Data> rows = session.ask(question.sql());
            for (Data row : rows) {
                var names = ((Data.Fields) row).values().keySet();
                assertTrue(
                        question.describe().returns().contains(String.join(", ", names)),
                        () -> question.describe().returns() + " but " + names);
            }
        }
    }

    @Test
    void theSessionCanOnlyRead() {
        try (PgSession session = real()) {
            var refused =
                    assertThrows(
                            TargetException.class,
                            () -> session.ask("delete from parcels returning 1"));
            assertTrue(String.valueOf(refused.getMessage()).contains("25006"), refused::getMessage);
            assertEquals(1, session.ask("select 1 as one").size(), "it goes on afterwards");
        }
    }

    @Test
    void aStatementEndsInTime() {
        try (PgSession session = real()) {
            var late =
                    assertThrows(
                            TargetException.TimedOut.class,
                            () -> session.ask("select pg_sleep(30)"));
            assertTrue(String.valueOf(late.getMessage()).contains("5 s"));
        }
    }

    @Test
    void whoWaitsForARowIsTold() throws Exception {
        try (Connection holder = DriverManager.getConnection(Postgres.url());
                Connection waiter = DriverManager.getConnection(Postgres.url());
                PgSession session = real()) {
            holder.setAutoCommit(false);
            update(holder);
            Thread waiting = Thread.ofVirtual().start(() -> update(waiter));
            io.hotlens.skills.patient.Eventually.within(
                    java.time.Duration.ofSeconds(10),
                    "the second session waits",
                    () ->
                            session.ask(PgQuestion.LOCKS.sql()).stream()
                                    .map(Data.Fields.class::cast)
                                    .anyMatch(
                                            row ->
                                                    row.text("waiting_query")
                                                                    .orElse("")
                                                                    .contains("parcels")
                                                            && row.number("waited_ms").orElse(0.0)
                                                                    > 0));
            holder.rollback();
            waiting.join();
        }
    }

    private static void update(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update parcels set place = 'y' where id = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMissingExtensionIsSaidWithTheFix() throws SQLException {
        execute("drop database if exists bare", "create database bare");
        String url = Postgres.url().replace("/postgres?", "/bare?");
        try (PgSession session = session(url, "postgres", "")) {
            String said = failure(session, PgQuestion.SLOW_QUERIES.sql());
            assertTrue(said.contains("CREATE EXTENSION pg_stat_statements"), said);
        }
    }

    private static String failure(PgSession session, String sql) {
        var failure = assertThrows(TargetException.class, () -> session.ask(sql));
        String said = String.valueOf(failure.getMessage());
        assertFalse(said.contains(SECRET), said);
        assertTrue(failure.getCause() == null, "the driver's words may hold the password");
        return said;
    }

    @Test
    void whatIsNotThereIsNamed() {
        String missing = Postgres.url().replace("/postgres?", "/nowhere?");
        assertTrue(failure(session(missing, "", SECRET), "select 1").contains("no database at"));
        assertTrue(
                failure(
                                session(
                                        "jdbc:postgresql://127.0.0.1:9/x?password=" + SECRET,
                                        "u",
                                        ""),
                                "select 1")
                        .contains("No database answers at jdbc:postgresql://127.0.0.1:9/x;"));
        assertTrue(
                failure(session("jdbc:postgresql://nosuchhost.invalid/x", "u", SECRET), "select 1")
                        .contains("is not known"));
    }

    @Test
    void otherDatabasesAreRefused() {
        assertTrue(
                failure(session("jdbc:mysql://u:" + SECRET + "@db/x", "", ""), "select 1")
                        .contains("Only PostgreSQL"));
    }

    @Test
    void aServerOfAnotherKindIsToldApart() throws IOException {
        try (var web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(web));
            String url = "jdbc:postgresql://127.0.0.1:" + web.getLocalPort() + "/x";
            String said = failure(session(url, "u", SECRET), "select 1");
            assertTrue(said.contains("does not speak as PostgreSQL"), said);
        }
    }

    private static void greet(ServerSocket web) {
        try {
            while (!web.isClosed()) {
                try (var visitor = web.accept()) {
                    visitor.getOutputStream()
                            .write(
                                    "HTTP/1.1 400 Bad Request\r\n\r\n"
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    visitor.getOutputStream().flush();
                }
            }
        } catch (IOException _) {
            // The test closed it.
        }
    }

    @Test
    void withoutAUrlItSaysHowToGiveOne() {
        var without = new PgSession(Optional.empty());
        var said = assertThrows(TargetException.Unsupported.class, () -> without.ask("select 1"));
        assertTrue(String.valueOf(said.getMessage()).contains("--jdbc-url"));
        assertFalse(without.given());
    }

    @Test
    void thePasswordIsShownNowhere() {
        var access =
                new DatabaseAccess(
                        "jdbc:postgresql://clerk:" + SECRET + "@db/x?password=" + SECRET,
                        "",
                        SECRET);
        assertEquals("jdbc:postgresql://db/x", access.toString());
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new DatabaseAccess(SECRET, "", SECRET));
        assertFalse(String.valueOf(wrong.getMessage()).contains(SECRET));
        assertInstanceOf(
                TargetException.Denied.class,
                PgFailure.of(new SQLException("no " + SECRET, "28P01"), access.place()));
    }
}
