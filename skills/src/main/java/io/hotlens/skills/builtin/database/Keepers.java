package io.hotlens.skills.builtin.database;

import io.hotlens.skills.builtin.PoolWaits;
import io.hotlens.skills.target.ThreadDump;

import java.util.List;

/// Threads that connection pools and JDBC drivers run for themselves: they tell that a database is
/// used also where nobody is met inside a driver. Pure.
final class Keepers {

    private static final List<String> STARTS =
            List.of(
                    "C3P0PooledConnectionPoolManager[",
                    "Tomcat JDBC Pool Cleaner[",
                    "Druid-ConnectionPool-",
                    "PostgreSQL-JDBC-Cleaner",
                    "mysql-cj-",
                    "Abandoned connection cleanup thread",
                    "oracle.jdbc.",
                    "mssql-jdbc-");

    private Keepers() {}

    static boolean in(ThreadDump dump) {
        return dump.threads().stream().anyMatch(stack -> isKeeper(stack.name()));
    }

    private static boolean isKeeper(String name) {
        return PoolWaits.isKeeper(name) || STARTS.stream().anyMatch(name::startsWith);
    }
}
