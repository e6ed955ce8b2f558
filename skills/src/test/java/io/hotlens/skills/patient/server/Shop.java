package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The database of a patient: a schema of its own, so that several patients share one server.
final class Shop {

    /// The system property with the JDBC URL.
    static final String URL = "patient.jdbc";

    private static final String SCHEMA = "shop_" + ProcessHandle.current().pid();

    private Shop() {}

    static String url() {
        String url = System.getProperty(URL);
        if (url == null) {
            throw new IllegalStateException("start it with -D" + URL + "=jdbc:postgresql:...");
        }
        return url;
    }

    /// Makes the schema, with orders 1 to `orders` of twenty lines each.
    static void open(int orders) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + SCHEMA);
            statement.execute("set search_path to " + SCHEMA);
            statement.execute("create table orders (id int primary key, total int)");
            statement.execute(
                    "create table lines (id serial primary key, order_id int, what text)");
            statement.execute(
                    "insert into orders select n, 0 from generate_series(1, " + orders + ") n");
            statement.execute(
                    "insert into lines (order_id, what) select n % "
                            + orders
                            + " + 1, 'item ' || n from generate_series(1, "
                            + orders * 20
                            + ") n");
            statement.execute("create index lines_by_order on lines (order_id)");
        }
    }

    /// A pool that shows itself by MBeans, as many switch on in production.
    static HikariDataSource pool(String name, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url() + (url().contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setRegisterMbeans(true);
        return new HikariDataSource(config);
    }

    /// The first column of the first row.
    static String ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
