package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Dumps;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepersTest {

    private static boolean keeps(String name) {
        return Keepers.in(
                Dumps.dump(
                        0,
                        Dumps.thread(1, "main", "RUNNABLE", "com.shop.Main.main"),
                        Dumps.thread(2, name, "TIMED_WAITING", "java.lang.Object.wait")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HikariPool-1 housekeeper",
                "orders-pool:housekeeper",
                "C3P0PooledConnectionPoolManager[identityToken->2s77yk|4c3e]-HelperThread-#0",
                "Tomcat JDBC Pool Cleaner[791452441:1597113681423]",
                "Druid-ConnectionPool-Create-671046933",
                "PostgreSQL-JDBC-Cleaner",
                "mysql-cj-abandoned-connection-cleanup",
                "oracle.jdbc.driver.BlockSource.ThreadedCachingBlockSource.BlockReleaser",
                "mssql-jdbc-shared-timer-core-0"
            })
    void aPoolOrADriverIsThere(String name) {
        assertTrue(keeps(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-nio-8080-exec-1", "Common-Cleaner", "housekeeper", "jdbc"})
    void threadsOfTheApplicationTellNothing(String name) {
        assertFalse(keeps(name));
    }
}
