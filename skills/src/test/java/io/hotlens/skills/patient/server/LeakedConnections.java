package io.hotlens.skills.patient.server;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A path through the code forgets to give its connection back, until none is left.
public final class LeakedConnections {

    private static final List<Connection> FORGOTTEN =
            Collections.synchronizedList(new ArrayList<>());

    private LeakedConnections() {}

    public static void main(String[] args) throws SQLException {
        Shop.open(10);
        HikariDataSource pool = Shop.pool("orders-pool", 5);
        Scene.loop("http-worker", 4, () -> refund(pool));
        Scene.playUntilInputCloses();
    }

    private static void refund(HikariDataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        if (Shop.ask(connection, "select total from orders where id = 3").equals("0")) {
            FORGOTTEN.add(connection);
            return;
        }
        connection.close();
    }
}
