package io.hotlens.skills.builtin.tracer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.skill.BadArguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedMethodTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.shop.Cart::add",
                "Cart$Item::<init>",
                "a.b.Größe::messen",
                "X::$proxy_1"
            })
    void oneMethodOfOneClassIsTaken(String filter) {
        assertEquals(filter, TracedMethod.of("  " + filter + " ").filter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.shop.Cart",
                "::add",
                "com.shop.Cart::",
                "com.shop.*::add",
                "com.shop.Cart::add;com.shop.Cart::remove",
                "com.shop.Cart::add(int)",
                "@Transactional",
                "com.shop.Cart::a::b",
                "Cart::<clinit>"
            })
    void everythingElseIsRefusedWithTheValue(String filter) {
        var refused = assertThrows(BadArguments.class, () -> TracedMethod.of(filter));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("'" + filter + "'"),
                refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String::equals",
                "jdk.internal.misc.Unsafe::park",
                "sun.nio.ch.Net::poll",
                "javax.sql.X::y"
            })
    void methodsOfTheJdkAreRefused(String filter) {
        var refused = assertThrows(BadArguments.class, () -> TracedMethod.of(filter));
        assertTrue(String.valueOf(refused.getMessage()).contains("belongs to the JDK"));
    }

    @Test
    void aFrameIsRecognisedByItsWholeName() {
        TracedMethod method = TracedMethod.of("com.shop.Cart::add");
        assertTrue(method.isFrame("com.shop.Cart.add:17"));
        assertTrue(method.isFrame("com.shop.Cart.add"));
        assertFalse(method.isFrame("com.shop.Cart.addAll:17"));
        assertFalse(method.isFrame("com.shop.CartX.add:17"));
    }
}
