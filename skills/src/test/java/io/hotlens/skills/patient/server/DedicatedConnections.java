package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/// Healthy: five consumers keep a connection each for as long as they live; the pool is always all
/// in use, and nobody misses one.
public final class DedicatedConnections {

    private DedicatedConnections() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 5);
        Scene.loop("consumer", 5, () -> consume(pool));
        Scene.playUntilInputCloses();
    }

    private static void consume(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            while (!Thread.currentThread().isInterrupted()) {
                Shop.ask(connection, "select count(*) from orders");
                Scene.pauseMillis(500);
            }
        }
    }
}
