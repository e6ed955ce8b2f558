package io.hotlens.skills.patient.server;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariDataSource;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.jetty.jmx.MBeanContainer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;

/// One pool of each library, each of two, both in use and one more wanted.
public final class PoolZoo {

    private static final int SIZE = 2;

    private PoolZoo() {}

    public static void main(String[] args) throws Exception {
        Shop.open(1);
        HikariDataSource hikari = Shop.pool("hikari-pool", SIZE);
        use("hikari", hikari);
        use("dbcp", dbcp());
        use("c3p0", c3p0());
        use("tomcat-jdbc", tomcatJdbc());
        use("druid", druid());
        jetty();
        tomcat();
        kafka();
        Scene.playUntilInputCloses();
    }

    private static void use(String name, DataSource pool) {
        Scene.loop(name + "-user", SIZE + 1, () -> keep(pool));
    }

    private static void keep(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            while (connection.isValid(5)) {
                Scene.pauseMillis(1_000);
            }
        }
    }

    private static DataSource dbcp() {
        var pool = new BasicDataSource();
        pool.setUrl(Shop.url());
        pool.setMaxTotal(SIZE);
        pool.setJmxName("org.apache.commons.dbcp2:type=BasicDataSource,name=dbcp-pool");
        return pool;
    }

    private static DataSource c3p0() {
        var pool = new ComboPooledDataSource("c3p0-pool");
        pool.setJdbcUrl(Shop.url());
        pool.setInitialPoolSize(SIZE);
        pool.setMinPoolSize(SIZE);
        pool.setMaxPoolSize(SIZE);
        return pool;
    }

    private static DataSource tomcatJdbc() throws JMException, SQLException {
        var pool = new org.apache.tomcat.jdbc.pool.DataSource();
        pool.setUrl(Shop.url());
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setMaxActive(SIZE);
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(
                        pool.createPool().getJmxPool(),
                        new ObjectName("tomcat.jdbc:type=ConnectionPool,name=\"tomcat-pool\""));
        return pool;
    }

    private static DataSource druid() {
        var pool = new DruidDataSource();
        pool.setName("druid-pool");
        pool.setUrl(Shop.url());
        pool.setMaxActive(SIZE);
        return pool;
    }

    private static void jetty() throws Exception {
        var pool = new QueuedThreadPool(SIZE, SIZE);
        pool.setName("jetty-pool");
        pool.setReservedThreads(0);
        new MBeanContainer(ManagementFactory.getPlatformMBeanServer()).beanAdded(null, pool);
        pool.start();
        Scene.loop("feeder", 1, () -> feed(pool));
    }

    /// Work comes faster than two workers that never end do it.
    private static void feed(QueuedThreadPool pool) {
        if (pool.getQueueSize() < 1_000) {
            pool.execute(() -> Scene.pauseMillis(3_600_000));
        }
        Scene.pauseMillis(100);
    }

    private static void tomcat() throws LifecycleException {
        var server = new Tomcat();
        server.setBaseDir(
                System.getProperty("java.io.tmpdir") + "/zoo-" + ProcessHandle.current().pid());
        server.setHostname(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.getConnector().setProperty("maxThreads", Integer.toString(SIZE));
        server.getConnector().setProperty("minSpareThreads", Integer.toString(SIZE));
        server.getConnector().setProperty("address", "127.0.0.1");
        server.start();
    }

    /// Nobody answers there: the metrics are there all the same.
    private static void kafka() {
        var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", "127.0.0.1:9",
                                "client.id", "orders-reader",
                                "group.id", "shop",
                                "key.deserializer", StringDeserializer.class.getName(),
                                "value.deserializer", StringDeserializer.class.getName()));
        Runtime.getRuntime().addShutdownHook(new Thread(consumer::wakeup));
    }
}
