package io.hotlens.app.llm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a provider that refuses asks to wait.
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern GOOGLE_DELAY =
            Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,9})(?:\\.\\d{1,9})?s\"");

    private RetryAfter() {}

    /// Reads the header `Retry-After` (seconds or an HTTP date), or the `retryDelay` that Google
    /// puts into the body. Empty when there is none, or none that can be read.
    static Optional<Duration> of(HttpHeaders headers, String body, Instant now) {
        Optional<Duration> said =
                headers.firstValue("retry-after").flatMap(value -> header(value.strip(), now));
        if (said.isPresent()) {
            return said;
        }
        Matcher google = GOOGLE_DELAY.matcher(body);
        return google.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(google.group(1)) + 1))
                : Optional.empty();
    }

    private static Optional<Duration> header(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
