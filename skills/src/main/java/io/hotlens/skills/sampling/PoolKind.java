package io.hotlens.skills.sampling;

import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Libraries whose pools show themselves by MBeans, and the few attributes that are read of each.
public enum PoolKind {
    HIKARI(
            "HikariCP",
            Purpose.CONNECTIONS,
            "com.zaxxer.hikari:type=Pool (*)",
            "ActiveConnections,IdleConnections,,ThreadsAwaitingConnection"),
    DBCP2(
            "DBCP2",
            Purpose.CONNECTIONS,
            "*:connectionpool=connections,*",
            "NumActive,NumIdle,MaxTotal,NumWaiters"),
    C3P0(
            "c3p0",
            Purpose.CONNECTIONS,
            "com.mchange.v2.c3p0:type=PooledDataSource,*",
            "numBusyConnectionsDefaultUser,numIdleConnectionsDefaultUser,maxPoolSize,"
                    + "numThreadsAwaitingCheckoutDefaultUser"),
    TOMCAT_JDBC(
            "Tomcat JDBC",
            Purpose.CONNECTIONS,
            "tomcat.jdbc:type=ConnectionPool,*",
            "Active,Idle,MaxActive,WaitCount"),
    DRUID(
            "Druid",
            Purpose.CONNECTIONS,
            "com.alibaba.druid:type=DruidDataSource,*",
            "ActiveCount,PoolingCount,MaxActive,WaitThreadCount"),
    TOMCAT(
            "Tomcat connector",
            Purpose.WORKERS,
            "Tomcat:type=ThreadPool,name=*",
            "currentThreadsBusy,,maxThreads,"),
    CATALINA(
            "Tomcat connector",
            Purpose.WORKERS,
            "Catalina:type=ThreadPool,name=*",
            "currentThreadsBusy,,maxThreads,"),
    CATALINA_EXECUTOR(
            "Tomcat executor",
            Purpose.WORKERS,
            "Catalina:type=Executor,*",
            "activeCount,,maxThreads,queueSize"),
    JETTY(
            "Jetty thread pool",
            Purpose.WORKERS,
            "org.eclipse.jetty.util.thread:type=queuedthreadpool,*",
            "busyThreads,idleThreads,maxThreads,queueSize"),
    XNIO(
            "Undertow workers",
            Purpose.WORKERS,
            "org.xnio:type=Xnio,*",
            "BusyWorkerThreadCount,,MaxWorkerPoolSize,WorkerQueueSize"),
    KAFKA_CONSUMER(
            "Kafka consumer",
            Purpose.STREAM,
            "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*",
            ",,,records-lag-max"),
    KAFKA_PRODUCER(
            "Kafka producer",
            Purpose.STREAM,
            "kafka.producer:type=producer-metrics,client-id=*",
            ",,,waiting-threads");

    /// What waits for a pool, and for what.
    public enum Purpose {
        /// Threads wait for a connection to a database.
        CONNECTIONS,
        /// Tasks or requests wait for a thread.
        WORKERS,
        /// Messages wait to be read or sent.
        STREAM
    }

    private static final int ROLES = 4;

    /// Keys of beans for single connections and the like.
    private static final List<String> PARTS =
            List.of(",connection=", ":connection=", ":connections=", "subType=");

    private final String title;
    private final Purpose purpose;
    private final String pattern;
    private final String roles;

    PoolKind(String title, Purpose purpose, String pattern, String roles) {
        this.title = title;
        this.purpose = purpose;
        this.pattern = pattern;
        this.roles = roles;
    }

    public String title() {
        return title;
    }

    public Purpose purpose() {
        return purpose;
    }

    String pattern() {
        return pattern;
    }

    /// The attributes to read, without those that the library lacks.
    List<String> attributes() {
        return Stream.concat(Stream.of(roles.split(",", ROLES)), Stream.of(title(this)))
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private static String title(PoolKind kind) {
        return kind == JETTY ? "name" : "";
    }

    /// @param place 0 active, 1 idle, 2 most, 3 waiting; empty when the library lacks it
    private String role(int place) {
        return roles.split(",", ROLES)[place];
    }

    String active() {
        return role(0);
    }

    String idle() {
        return role(1);
    }

    String max() {
        return role(2);
    }

    String waiting() {
        return role(3);
    }

    /// Whether a bean that matches the pattern is a pool, not one of its parts.
    boolean isPool(String bean) {
        return PARTS.stream().noneMatch(bean::contains);
    }

    /// The name that people know the pool by; Jetty tells it in an attribute only.
    String name(String bean, Map<String, Data> values) {
        return values.getOrDefault(title(this), Data.NOTHING) instanceof Data.Text(String told)
                ? told
                : name(bean);
    }

    private String name(String bean) {
        return switch (this) {
            case HIKARI -> bean.substring(bean.indexOf('(') + 1, bean.lastIndexOf(')'));
            case JETTY, DRUID -> key(bean, "id");
            case XNIO -> key(bean, "worker");
            case KAFKA_CONSUMER, KAFKA_PRODUCER -> key(bean, "client-id");
            case C3P0 -> {
                String name = key(bean, "name");
                yield name.isEmpty() ? key(bean, "identityToken") : name;
            }
            case DBCP2, TOMCAT_JDBC, TOMCAT, CATALINA, CATALINA_EXECUTOR -> key(bean, "name");
        };
    }

    private static String key(String bean, String key) {
        int begin = bean.indexOf(key + "=");
        if (begin < 0) {
            return "";
        }
        String rest = bean.substring(begin + key.length() + 1);
        if (rest.startsWith("\"") && rest.indexOf('"', 1) > 0) {
            return rest.substring(1, rest.indexOf('"', 1));
        }
        int comma = rest.indexOf(',');
        return comma < 0 ? rest : rest.substring(0, comma);
    }
}
