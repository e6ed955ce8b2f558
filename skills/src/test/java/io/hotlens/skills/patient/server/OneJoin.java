package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/// Healthy: each page asks one query, and there are many pages.
public final class OneJoin {

    private OneJoin() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(80);
        HikariDataSource pool = Shop.pool("orders-pool", 4);
        Scene.loop("http-worker", 4, () -> page(pool));
        Scene.playUntilInputCloses();
    }

    private static void page(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Shop.ask(connection, "select count(*) from orders o join lines l on l.order_id = o.id");
        }
        Scene.pauseMillis(20);
    }
}
