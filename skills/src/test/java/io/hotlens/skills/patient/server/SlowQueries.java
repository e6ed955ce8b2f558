package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/// Every query takes the database a second, so that four connections are too few for six workers.
public final class SlowQueries {

    private SlowQueries() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 4);
        Scene.loop("http-worker", 6, () -> search(pool));
        Scene.playUntilInputCloses();
    }

    private static void search(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Shop.ask(connection, "select count(*), pg_sleep(1.1) from lines");
        }
        Scene.pauseMillis(20);
    }
}
