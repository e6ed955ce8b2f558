package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class LogHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    08:25:23.123 [main] INFO com.shop.Cart -- added 3                                  ~INFO ~com.shop.Cart~main~added 3
                    08:25:23.123 [main] ERROR com.shop.Cart - it broke: really                          ~ERROR~com.shop.Cart~main~it broke: really
                    2026-11-24T08:25:23.123+01:00  WARN 1234 --- [shop] [nio-exec-1] c.s.web.Orders  : slow ~WARN~c.s.web.Orders~nio-exec-1~slow
                    2026-11-24 08:25:23,123 ERROR [com.shop.Cart] (default task-1) WFLY0001: no           ~ERROR~com.shop.Cart~default task-1~WFLY0001: no
                    2026-11-24 08:25:23.123 DEBUG Cart: short                                            ~DEBUG~Cart~``~short
                    [2026-11-24 08:25:23] [worker 7] FATAL com.shop.Cart - gone                           ~ERROR~com.shop.Cart~worker 7~gone
                    2026-11-24 08:25:23 INFO  started in 3.2 seconds                                     ~INFO ~``~``~started in 3.2 seconds
                    [INFO] com.shop.Cart - bracket                                                      ~INFO ~com.shop.Cart~``~bracket
                    SEVERE: out of order                                                                ~ERROR~``~``~out of order
                    """)
    void theUsualPatternsAreRead(
            String line, LogLevel level, String logger, String thread, String message) {
        LogHeader header = LogHeader.of(line.strip()).orElseThrow();
        assertEquals(level, header.level());
        assertEquals(logger, header.logger());
        assertEquals(thread, header.thread());
        assertEquals(message, header.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\tat com.shop.Cart.add(Cart.java:12)",
                "Caused by: java.io.IOException: INFO",
                "java.lang.IllegalStateException: ERROR in the message",
                "12 apples and no level",
                "[]",
                "["
            })
    void otherLinesBeginNoRecord(String line) {
        assertTrue(LogHeader.of(line).isEmpty());
    }

    @Test
    void theTimestampIsKeptAsWritten() {
        assertEquals(
                "2026-11-24 08:25:23,123",
                LogHeader.of("2026-11-24 08:25:23,123 [x] INFO a.B - c").orElseThrow().time());
    }

    @Test
    void aLevelFarBehindBelongsToTheMessage() {
        assertTrue(LogHeader.of("1 " + "x ".repeat(200) + "ERROR").isEmpty());
    }

    @Test
    void hostileLinesAreReadInTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (String piece : new String[] {"[", "(", " ", "[a] ", "a.", "1"}) {
                        LogHeader.of("1 INFO " + piece.repeat(500_000));
                    }
                });
    }
}
