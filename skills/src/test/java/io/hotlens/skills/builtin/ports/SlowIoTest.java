package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class SlowIoTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Recorded event(
            Operation.Kind kind, long ms, Map<String, Data> fields, String at) {
        return new Recorded(
                START,
                kind.type,
                Duration.ofMillis(ms),
                "worker-1",
                fields,
                List.of(
                        "java.net.Socket$SocketInputStream.read:1099",
                        at,
                        "java.lang.Thread.run:1"));
    }

    private static Operation read(String site, long ms) {
        return Operation.of(
                Operation.Kind.SOCKET_READ,
                event(
                        Operation.Kind.SOCKET_READ,
                        ms,
                        Map.of(
                                "host", Data.of("db"),
                                "port", Data.of(5432),
                                "bytesRead", Data.of(100)),
                        site));
    }

    @Test
    void aReadIsToldByItsPeerAndTheFirstFrameOfTheApplication() {
        Operation one = read("com.shop.PriceClient.ask:12", 300);
        assertEquals("db:5432", one.name());
        assertEquals("com.shop.PriceClient.ask:12", one.site());
        assertEquals(300, one.ms());
        assertEquals(100, one.bytes());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    com.shop.PriceClient.ask:12, false
                    org.postgresql.core.VisibleBufferedInputStream.readMore:1, false
                    com.shop.Orders.onMessageReceive:3, true
                    org.apache.kafka.Consumer.fetch:3, true
                    com.shop.MailListener.run:3, true
                    com.shop.listening.Prices.ask:3, false
                    x, false
                    """)
    void whoListensForMessagesDoesNotWaitForAnAnswer(String site, boolean waiting) {
        assertEquals(waiting, read(site, 300).waiting());
    }

    @Test
    void anAddressStandsForAHostWithoutName() {
        Operation one =
                Operation.of(
                        Operation.Kind.SOCKET_WRITE,
                        event(
                                Operation.Kind.SOCKET_WRITE,
                                30,
                                Map.of("address", Data.of("10.0.0.2"), "port", Data.of(80)),
                                "a.B.c:1"));
        assertEquals("10.0.0.2:80", one.name());
    }

    @Test
    void anEventWithoutFieldsIsStillAnOperation() {
        Operation one =
                Operation.of(
                        Operation.Kind.FILE_READ,
                        new Recorded(
                                START,
                                "jdk.FileRead",
                                Duration.ofMillis(25),
                                "",
                                Map.of(),
                                List.of()));
        assertEquals("", one.name());
        assertEquals("", one.site());
        assertEquals(0, one.bytes());
    }

    @Test
    void operationsOnOnePeerAddUp() {
        List<Operation> all =
                IntStream.range(0, 10)
                        .mapToObj(i -> read("com.shop.Client.ask:1", 100 + i))
                        .toList();
        SlowIo.Place place = new SlowIo(all, Duration.ofSeconds(2)).places().getFirst();
        assertEquals(10, place.count());
        assertEquals(1045, place.totalMs(), 0.01);
        assertEquals(109, place.longestMs(), 0.01);
        assertEquals(522.5, place.lostMsPerS(), 0.01);
        assertFalse(place.waiting());
    }

    @Test
    void theCommonestSiteSpeaksForThePlace() {
        List<Operation> all =
                List.of(
                        read("com.shop.A.once:1", 500),
                        read("com.shop.B.often:1", 20),
                        read("com.shop.B.often:1", 20));
        assertEquals(
                "com.shop.B.often:1",
                new SlowIo(all, Duration.ofSeconds(1)).places().getFirst().site());
    }

    @Test
    void withoutOperationsThereAreNoPlaces() {
        assertTrue(new SlowIo(List.of(), Duration.ZERO).places().isEmpty());
    }
}
