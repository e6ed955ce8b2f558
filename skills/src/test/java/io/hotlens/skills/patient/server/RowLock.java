package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A settlement keeps its transaction open for twenty seconds; all who update the same row wait.
public final class RowLock {

    private RowLock() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 8);
        Scene.loop("settlement", 1, () -> settle(pool, 20_000));
        Scene.loop("checkout", 3, () -> settle(pool, 0));
        Scene.playUntilInputCloses();
    }

    private static void settle(HikariDataSource pool, long millis) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update orders set total = total + 1 where id = 1");
            Scene.pauseMillis(millis);
            connection.commit();
        }
        Scene.pauseMillis(5);
    }
}
