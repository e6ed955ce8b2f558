package io.hotlens.skills.builtin.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.exceptions.ExceptionsAnalysis.Group;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ExceptionsAnalysisTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static TargetEvent.Recorded event(
            Instant at, String event, String type, String... stack) {
        return new TargetEvent.Recorded(
                at,
                event,
                Duration.ZERO,
                "worker-1",
                Map.of("thrownClass", Data.of(type), "message", Data.of("no such order")),
                List.of(stack));
    }

    private static Thrown thrown(String type, String... stack) {
        return Thrown.of("x1", event(NOON, "jdk.JavaExceptionThrow", type, stack)).orElseThrow();
    }

    @Test
    void theSiteIsTheFirstOwnFrameBehindTheConstructors() {
        Thrown one =
                thrown(
                        "java.lang.NumberFormatException",
                        "java.lang.Throwable.<init>:270",
                        "java.lang.NumberFormatException.<init>:55",
                        "java.lang.NumberFormatException.forInputString:67",
                        "java.lang.Integer.parseInt:661",
                        "com.shop.Import.cell:12");
        assertEquals("com.shop.Import.cell:12", one.site());
        assertEquals("java.lang.NumberFormatException.forInputString:67", one.stack().getFirst());
        assertEquals("no such order", one.message());
    }

    @Test
    void whatOurOwnConnectionCausesIsNotTheApplications() {
        assertTrue(
                Thrown.of(
                                "x1",
                                event(
                                        NOON,
                                        "jdk.JavaExceptionThrow",
                                        "java.lang.UnsupportedOperationException",
                                        "sun.management.Some.get:1",
                                        "javax.management.remote.rmi.RMIConnectionImpl.doOperation:1"))
                        .isEmpty());
    }

    @Test
    void sharesAreThoseOfWhatWasSeen() {
        List<Thrown> all =
                List.of(thrown("a.B", "a.C.d:1"), thrown("a.B", "a.C.e:2"), thrown("x.Y"));
        List<Group> types = ExceptionsAnalysis.byType(all);
        assertEquals(List.of("a.B", "x.Y"), types.stream().map(Group::key).toList());
        assertEquals(2.0 / 3, types.getFirst().share(), 1e-9);
        assertEquals(2, ExceptionsAnalysis.bySite(all).size(), "one has no stack");
        assertEquals(List.of(), ExceptionsAnalysis.byType(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    95,5,1
                    90,10,1
                    89,11,2
                    50,50,2
                    """)
    void topTypesAreThoseBehindNineTenths(int first, int second, int expected) {
        var all = new ArrayList<Thrown>();
        for (int i = 0; i < first; i++) {
            all.add(thrown("a.First"));
        }
        for (int i = 0; i < second; i++) {
            all.add(thrown("a.Second"));
        }
        assertEquals(expected, ExceptionsAnalysis.topTypes(ExceptionsAnalysis.byType(all)));
    }

    @Test
    void aTypeIsNamedWithOrWithoutItsPackage() {
        Thrown one = thrown("com.shop.OrderException");
        assertTrue(ExceptionsAnalysis.ofType("OrderException").test(one));
        assertTrue(ExceptionsAnalysis.ofType("com.shop.OrderException").test(one));
        assertFalse(ExceptionsAnalysis.ofType("Exception").test(one));
    }

    @Test
    void patternsMatchTypeMessageAndStackInLinearTime() {
        Thrown one = thrown("com.shop.OrderException", "com.shop.Cart.add:" + "1".repeat(40_000));
        assertTrue(ExceptionsAnalysis.matching("(?i)orderEX").test(one));
        assertTrue(ExceptionsAnalysis.matching("no such").test(one));
        assertTrue(ExceptionsAnalysis.matching("Cart\\.add").test(one));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertFalse(ExceptionsAnalysis.matching("(1+)+b$").test(one)));
    }

    @Test
    void aBrokenPatternIsTheCallersMistake() {
        var refused =
                assertThrows(BadArguments.class, () -> ExceptionsAnalysis.matching("(unclosed"));
        assertTrue(String.valueOf(refused.getMessage()).contains("(unclosed"));
    }

    @Test
    void aFloodOfExceptionsDoesNotPushOutErrors() {
        var log = new ThrownLog(() -> NOON);
        log.add(event(NOON.minusSeconds(20), "jdk.JavaErrorThrow", "a.SomeError"));
        for (int i = 0; i < 3_000; i++) {
            log.add(event(NOON.minusSeconds(1), "jdk.JavaExceptionThrow", "a.Some"));
        }
        List<Thrown> all = log.within(Duration.ofMinutes(5));
        assertEquals(1_001, all.size());
        assertEquals(Thrown.Kind.ERROR, all.getLast().kind(), "newest first");
        assertEquals(1_000, log.within(Duration.ofSeconds(5)).size());
        assertEquals(all.getLast(), log.find(all.getLast().id()).orElseThrow());
        assertTrue(log.find("x999999").isEmpty());
    }
}
