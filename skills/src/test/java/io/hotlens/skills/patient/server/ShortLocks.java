package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Healthy: four workers update one row in turn, each within a short transaction.
public final class ShortLocks {

    private ShortLocks() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 8);
        Scene.loop("checkout", 4, () -> pay(pool));
        Scene.playUntilInputCloses();
    }

    private static void pay(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update orders set total = total + 1 where id = 1");
            Scene.pauseMillis(3);
            connection.commit();
        }
        Scene.pauseMillis(60);
    }
}
