package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/// Healthy: six workers share three connections that are always in use, each for some milliseconds,
/// so that everybody waits a little and nobody long.
public final class QuickInvoices {

    private QuickInvoices() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 3);
        Scene.loop("http-worker", 6, () -> invoice(pool));
        Scene.playUntilInputCloses();
    }

    private static void invoice(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Shop.ask(connection, "select total from orders where id = 1");
            Scene.pauseMillis(15);
        }
        Scene.pauseMillis(5);
    }
}
