package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.UnknownHostException;
import java.sql.SQLException;

class PgFailureTest {

    private static final String PLACE = "jdbc:postgresql://db/shop";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    28P01 | Denied      | refuses this user or password
                    28000 | Denied      | refuses this user or password
                    3D000 | Unreachable | no database at jdbc:postgresql://db/shop
                    42501 | Denied      | GRANT pg_monitor
                    42P01 | Unsupported | CREATE EXTENSION pg_stat_statements
                    55000 | Unsupported | shared_preload_libraries
                    42703 | Unsupported | older than PostgreSQL 13
                    57014 | TimedOut    | within 5 s
                    08001 | Unreachable | No database answers
                    08006 | Unreachable | does not speak as PostgreSQL
                    XX000 | Unsupported | SQL state XX000
                    ''    | Unsupported | SQL state unknown
                    """)
    void eachStateIsOneSentenceOfItsOwn(String state, String kind, String says) {
        TargetException said = PgFailure.of(new SQLException("driver's words", state), PLACE);
        assertEquals(kind, said.getClass().getSimpleName());
        String message = String.valueOf(said.getMessage());
        assertTrue(message.contains(says), message);
        assertTrue(message.endsWith("."), message);
        assertTrue(!message.contains("driver's words"), message);
    }

    @Test
    void anUnknownHostIsToldWhateverTheState() {
        var failure = new SQLException("x", "08001", new UnknownHostException("db"));
        assertTrue(String.valueOf(PgFailure.of(failure, PLACE).getMessage()).contains("not known"));
        assertTrue(
                String.valueOf(PgFailure.of(new SQLException("x"), PLACE).getMessage())
                        .contains("unknown"));
    }
}
