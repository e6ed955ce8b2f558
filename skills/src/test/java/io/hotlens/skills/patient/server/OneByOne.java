package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Each page asks for a list of orders, and then for the lines of each order by a query of its own.
public final class OneByOne {

    private static final int ORDERS = 80;

    private OneByOne() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(ORDERS);
        HikariDataSource pool = Shop.pool("orders-pool", 4);
        Scene.loop("http-worker", 2, () -> page(pool));
        Scene.playUntilInputCloses();
    }

    private static void page(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement orders =
                        connection.prepareStatement("select id from orders order by id");
                ResultSet rows = orders.executeQuery()) {
            while (rows.next()) {
                lines(connection, rows.getInt(1));
            }
        }
        Scene.pauseMillis(50);
    }

    private static void lines(Connection connection, int order) throws SQLException {
        try (PreparedStatement lines =
                connection.prepareStatement("select what from lines where order_id = ?")) {
            lines.setInt(1, order);
            lines.executeQuery().close();
        }
    }
}
