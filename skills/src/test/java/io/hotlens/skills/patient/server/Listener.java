package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Healthy: one thread waits in the driver for notifications all the time, and four workers ask
/// quick queries.
public final class Listener {

    private Listener() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 5);
        Scene.loop("order-listener", 1, () -> listen(pool));
        Scene.loop("http-worker", 4, () -> look(pool));
        Scene.playUntilInputCloses();
    }

    private static void listen(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen orders");
            PGConnection direct = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                direct.getNotifications(10_000);
            }
        }
    }

    private static void look(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Shop.ask(connection, "select total from orders where id = 2");
        }
        Scene.pauseMillis(40);
    }
}
