package io.hotlens.skills.builtin.database;

import io.hotlens.skills.target.TargetException;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/// Failures of the database as one sentence each. The driver's own text is left out: it may repeat
/// the URL with its password.
final class PgFailure {

    private PgFailure() {}

    /// @param place the database's URL without secrets
    static TargetException of(SQLException failure, String place) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                    new TargetException.Denied(
                            "The database at %s refuses this user or password.".formatted(place));
            case "3D000" ->
                    new TargetException.Unreachable("There is no database at %s.".formatted(place));
            case "42501" ->
                    new TargetException.Denied(
                            "The database's user may not read these statistics: GRANT pg_monitor TO"
                                    + " the user.");
            case "42P01" ->
                    new TargetException.Unsupported(
                            "pg_stat_statements is not installed: add it to"
                                + " shared_preload_libraries, restart the database and run CREATE"
                                + " EXTENSION pg_stat_statements.");
            case "55000" ->
                    new TargetException.Unsupported(
                            "pg_stat_statements is installed but not loaded: add it to"
                                    + " shared_preload_libraries and restart the database.");
            case "42703" ->
                    new TargetException.Unsupported(
                            "The database at %s is older than PostgreSQL 13.".formatted(place));
            case "57014" ->
                    new TargetException.TimedOut(
                            "The database at %s did not answer within 5 s.".formatted(place));
            default -> other(failure, state, place);
        };
    }

    private static TargetException other(SQLException failure, String state, String place) {
        if (hasCause(failure, UnknownHostException.class)) {
            return new TargetException.Unreachable("The host of %s is not known.".formatted(place));
        }
        if (state.equals("08001") || hasCause(failure, ConnectException.class)) {
            return new TargetException.Unreachable(
                    "No database answers at %s; check that it runs, and the port."
                            .formatted(place));
        }
        if (state.startsWith("08")) {
            return new TargetException.Unreachable(
                    "What answers at %s does not speak as PostgreSQL does, or the line broke."
                            .formatted(place));
        }
        return new TargetException.Unsupported(
                "The database at %s refused the question (SQL state %s)."
                        .formatted(place, state.isEmpty() ? "unknown" : state));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
