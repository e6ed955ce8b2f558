package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<Duration> read(String header, String body) {
        var headers = HttpHeaders.of(Map.of("Retry-After", List.of(header)), (_, _) -> true);
        return RetryAfter.of(headers, body, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7                             | PT7S
                    0                             | PT0S
                    Sun, 1 Mar 2026 12:01:30 GMT  | PT1M30S
                    Sun, 1 Mar 2026 11:00:00 GMT  | PT0S
                    """)
    void secondsAndDatesAreRead(String header, Duration pause) {
        assertEquals(Optional.of(pause), read(header, ""));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-3", "99999999999", "1.5"})
    void anythingElseIsNoPause(String header) {
        assertEquals(Optional.empty(), read(header, "{}"));
    }

    @Test
    void googleSaysItInTheBody() {
        String body = "{\"error\": {\"details\": [{\"retryDelay\": \"17.4s\"}]}}";
        assertEquals(Optional.of(Duration.ofSeconds(18)), read("", body));
    }
}
