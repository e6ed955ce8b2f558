package io.hotlens.skills.builtin;

import io.hotlens.skills.target.ThreadDump;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whose code a frame is: the JDK's, a JDBC driver's, a connection pool's, a framework's or the
/// application's own. Frames are `package.Class.method:line`, innermost first.
public final class Frames {

    private static final List<String> JDK =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.");
    private static final List<String> DRIVERS =
            List.of(
                    "org.postgresql.",
                    "com.mysql.",
                    "org.mariadb.jdbc.",
                    "oracle.jdbc.",
                    "oracle.net.",
                    "com.microsoft.sqlserver.jdbc.",
                    "org.h2.",
                    "org.hsqldb.",
                    "org.apache.derby.",
                    "com.ibm.db2.",
                    "org.sqlite.",
                    "com.clickhouse.",
                    "net.sourceforge.jtds.",
                    "com.impossibl.postgres.");
    private static final List<String> POOLS =
            List.of(
                    "com.zaxxer.hikari.",
                    "org.apache.commons.dbcp2.",
                    "org.apache.commons.pool2.",
                    "org.apache.tomcat.jdbc.",
                    "com.mchange.",
                    "com.alibaba.druid.");
    private static final List<String> FRAMEWORKS =
            List.of(
                    "org.springframework.",
                    "org.hibernate.",
                    "org.jooq.",
                    "org.apache.ibatis.",
                    "org.eclipse.persistence.",
                    "org.eclipse.jetty.",
                    "org.apache.catalina.",
                    "org.apache.coyote.",
                    "org.apache.tomcat.",
                    "io.undertow.",
                    "io.netty.",
                    "io.vertx.",
                    "org.jboss.",
                    "reactor.",
                    "kotlin.",
                    "scala.",
                    "net.bytebuddy.");
    private static final List<String> TAKING =
            List.of(
                    "com.zaxxer.hikari.pool.HikariPool.getConnection",
                    "org.apache.commons.pool2.impl.GenericObjectPool.borrowObject",
                    "org.apache.tomcat.jdbc.pool.ConnectionPool.borrowConnection",
                    "com.mchange.v2.resourcepool.BasicResourcePool.awaitAvailable",
                    "com.mchange.v2.resourcepool.BasicResourcePool.prelimCheckoutResource",
                    "com.alibaba.druid.pool.DruidDataSource.takeLast",
                    "com.alibaba.druid.pool.DruidDataSource.pollLast");
    private static final List<String> TRANSACTIONS =
            List.of(
                    "org.springframework.transaction.",
                    "jakarta.transaction.",
                    "org.hibernate.resource.transaction.",
                    "io.quarkus.narayana.");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private Frames() {}

    /// The stack of a dump as texts.
    public static List<String> of(ThreadDump.Stack stack) {
        return stack.frames().stream().map(ThreadDump.Frame::toString).toList();
    }

    /// The innermost frame of the application's own code.
    public static Optional<String> own(List<String> frames) {
        return frames.stream().filter(Frames::isOwn).findFirst();
    }

    /// The innermost own frame, else the innermost of all, else nothing.
    public static String place(List<String> frames) {
        return own(frames).or(() -> frames.stream().findFirst()).orElse("");
    }

    /// Whether the application itself wrote it, as far as names tell.
    public static boolean isOwn(String frame) {
        return !starts(frame, JDK)
                && !starts(frame, DRIVERS)
                && !starts(frame, POOLS)
                && !starts(frame, FRAMEWORKS);
    }

    public static boolean isDriver(String frame) {
        return starts(frame, DRIVERS);
    }

    /// Whether the stack runs through a JDBC driver on behalf of the application, not of a pool
    /// that opens or tests a connection.
    public static boolean inDriver(List<String> frames) {
        return frames.stream().anyMatch(Frames::isDriver) && own(frames).isPresent();
    }

    /// Whether the stack takes a connection out of a pool, be it that it waits for one.
    public static boolean takesConnection(List<String> frames) {
        return inPool(frames) && frames.stream().noneMatch(Frames::isDriver);
    }

    /// Whether a pool is handing out a connection: it may wait, open one, or test one by a query.
    public static boolean inPool(List<String> frames) {
        return frames.stream().anyMatch(frame -> starts(frame, TAKING));
    }

    /// Whether a framework has a transaction open below the innermost frame.
    public static boolean inTransaction(List<String> frames) {
        return frames.stream().anyMatch(frame -> starts(frame, TRANSACTIONS));
    }

    private static boolean starts(String frame, List<String> beginnings) {
        return beginnings.stream().anyMatch(frame::startsWith);
    }

    /// `com.shop.Cart.add:12` as `com.shop.Cart.add`.
    public static String method(String frame) {
        int colon = frame.lastIndexOf(':');
        return colon < 0 ? frame : frame.substring(0, colon);
    }

    /// The name with its numbers taken out: `http-nio-8080-exec-3` belongs to `http-nio-*-exec-*`.
    public static String group(String threadName) {
        return DIGITS.matcher(threadName).replaceAll("*");
    }
}
