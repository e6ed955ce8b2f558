package io.hotlens.skills.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class FramesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.HashMap.get:1",
                "org.postgresql.core.PGStream.receiveChar",
                "com.zaxxer.hikari.pool.HikariPool.getConnection",
                "org.hibernate.loader.Loader.doQuery",
                "org.springframework.jdbc.core.JdbcTemplate.query",
                "com.sun.proxy.$Proxy1.find"
            })
    void librariesAreNotTheApplication(String frame) {
        assertFalse(Frames.isOwn(frame));
    }

    @Test
    void theApplicationsInnermostFrameIsThePlace() {
        List<String> frames =
                List.of(
                        "java.net.Socket.read",
                        "org.h2.jdbc.X.y:3",
                        "com.shop.A.b:12",
                        "com.shop.M.main");
        assertEquals("com.shop.A.b:12", Frames.place(frames));
        assertEquals("java.net.Socket.read", Frames.place(frames.subList(0, 2)));
        assertEquals("", Frames.place(List.of()));
    }

    @Test
    void aPoolThatOpensAConnectionIsNotInTheDriverForTheApplication() {
        assertFalse(
                Frames.inDriver(
                        List.of(
                                "org.postgresql.Driver.connect",
                                "com.zaxxer.hikari.pool.HikariPool.createPoolEntry",
                                "java.lang.Thread.run")));
        assertTrue(Frames.inDriver(List.of("org.postgresql.Driver.connect", "com.shop.A.b")));
    }

    @Test
    void aBorrowerThatTestsItsConnectionDoesNotWaitForOne() {
        String borrow = "org.apache.commons.pool2.impl.GenericObjectPool.borrowObject:400";
        assertTrue(Frames.takesConnection(List.of("java.lang.Object.wait", borrow)));
        assertFalse(
                Frames.takesConnection(
                        List.of("org.postgresql.jdbc.PgConnection.isValid", borrow)));
    }

    @ParameterizedTest
    @CsvSource({
        "com.shop.Cart.add:12, com.shop.Cart.add",
        "com.shop.Cart.add, com.shop.Cart.add",
        "'', ''"
    })
    void theLineIsNoPartOfTheMethod(String frame, String method) {
        assertEquals(method, Frames.method(frame));
    }

    @Test
    void transactionsOfFrameworksAreSeen() {
        assertTrue(
                Frames.inTransaction(
                        List.of(
                                "com.shop.Orders.pay",
                                "org.springframework.transaction.interceptor.TransactionInterceptor.invoke")));
        assertFalse(Frames.inTransaction(List.of("com.shop.Orders.pay")));
    }
}
