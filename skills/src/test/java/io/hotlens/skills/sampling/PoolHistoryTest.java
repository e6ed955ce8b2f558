package io.hotlens.skills.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.builtin.ScriptedTarget;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;

class PoolHistoryTest {

    private static final String HIKARI = "com.zaxxer.hikari:type=Pool (orders)";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ScriptedTarget target = new ScriptedTarget(25);
    private final PoolHistory pools = new PoolHistory(target.beans(), target);

    private void hikari(double active, double waiting) {
        target.bean(
                HIKARI,
                Map.of(
                        "ActiveConnections", active,
                        "IdleConnections", 0.0,
                        "ThreadsAwaitingConnection", waiting));
        target.bean("com.zaxxer.hikari:type=PoolConfig (orders)", Map.of("MaximumPoolSize", 3.0));
    }

    private Pool only() {
        return pools.now(Duration.ZERO).pools().getFirst();
    }

    @Test
    void aPoolIsReadWithTheSizeOutOfItsConfiguration() {
        hikari(2, 0);
        assertEquals(new Pool("orders", PoolKind.HIKARI, 2, 0, 3, 0), only());
    }

    @Test
    void aLookIsSharedWhileItIsFresh() {
        hikari(2, 0);
        var first = pools.now(Duration.ofSeconds(5));
        hikari(3, 1);
        target.pass(Duration.ofSeconds(4));
        assertEquals(first, pools.now(Duration.ofSeconds(5)));
        target.pass(Duration.ofSeconds(2));
        assertTrue(pools.now(Duration.ofSeconds(5)).pools().getFirst().saturated());
    }

    @Test
    void poolsAreLookedForEachMinuteOnly() {
        pools.sample();
        int once = target.searches();
        for (int i = 0; i < 11; i++) {
            target.pass(Duration.ofSeconds(5));
            pools.sample();
        }
        assertEquals(once, target.searches());
        target.pass(Duration.ofSeconds(10));
        pools.sample();
        assertEquals(2 * once, target.searches());
    }

    @Test
    void saturationIsDatedFromTheFirstLookInARow() {
        for (int waiting : new int[] {1, 0, 2, 3}) {
            hikari(3, waiting);
            pools.sample();
            target.pass(Duration.ofSeconds(5));
        }
        assertEquals(Dumps.START.plusSeconds(10), pools.saturatedSince(only()));
        assertEquals(5, pools.series(only(), Pool::waiting, MINUTE).points().size() - 1);
    }

    @Test
    void aPoolThatIsClosedMeanwhileHasNoNumbers() {
        hikari(2, 1);
        pools.sample();
        target.remove(HIKARI);
        target.pass(Duration.ofSeconds(1));
        Pool gone = only();
        assertTrue(Double.isNaN(gone.active()));
        assertFalse(gone.saturated());
        assertEquals(1, pools.series(gone, Pool::active, MINUTE).points().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    HIKARI > com.zaxxer.hikari:type=Pool (a (b)) > a (b)
                    DBCP2 > x:connectionpool=connections,name=shop,type=BasicDataSource > shop
                    C3P0 > com.mchange.v2.c3p0:identityToken=z8|1f,name=main,type=P > main
                    TOMCAT > Tomcat:name="http-nio-8080",type=ThreadPool > http-nio-8080
                    TOMCAT_JDBC > tomcat.jdbc:name="shop",type=ConnectionPool > shop
                    DRUID > com.alibaba.druid:id=DataSource-7,type=DruidDataSource > DataSource-7
                    KAFKA_CONSUMER > kafka.consumer:client-id=orders,type=x > orders
                    XNIO > org.xnio:provider="nio",type=Xnio,worker="XNIO-1" > XNIO-1
                    JETTY > org.eclipse.jetty.util.thread:id=0,type=queuedthreadpool > 0
                    """)
    void poolsAreCalledAsPeopleCallThem(PoolKind kind, String bean, String name) {
        assertEquals(name, kind.name(bean, Map.of()));
    }

    @Test
    void jettyTellsTheNameInAnAttribute() {
        assertEquals("web", PoolKind.JETTY.name("x:id=0", Map.of("name", Data.of("web"))));
        assertTrue(PoolKind.JETTY.attributes().contains("name"));
        assertFalse(PoolKind.TOMCAT.attributes().contains(""));
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.commons.dbcp2:connection=1;connectionpool=connections, false",
        "org.apache.commons.dbcp2:name=x;connection=1, false",
        "tomcat.jdbc:connections=PooledConnection[0];name=x, false",
        "Tomcat:name=x;subType=SocketProperties;type=ThreadPool, false",
        "org.apache.commons.dbcp2:connectionpool=connections;name=x, true"
    })
    void partsOfAPoolAreNoPools(String bean, boolean pool) {
        assertEquals(pool, PoolKind.DBCP2.isPool(bean.replace(';', ',')));
    }
}
