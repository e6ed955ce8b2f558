package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/// Eight workers share three connections and keep them while they do slow work that needs none.
public final class SlowInvoices {

    private SlowInvoices() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 3);
        Scene.loop("http-worker", 8, () -> invoice(pool));
        Scene.playUntilInputCloses();
    }

    private static void invoice(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            print(Shop.ask(connection, "select total from orders where id = 1"));
        }
    }

    private static void print(String total) {
        Scene.pauseMillis(1_200 + total.length());
    }
}
