package io.hotlens.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

final class RedactorTest {

    private final Redactor redactor = Redactor.usual();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=canary4711",
                "password: canary4711",
                "\"password\": \"canary4711\"",
                "-Dspring.datasource.password=canary4711",
                "-Djavax.net.ssl.keyStorePassword=canary4711",
                "-Dmy.api-key=canary4711",
                "API_KEY=canary4711",
                "aws_secret=canary4711 region=eu",
                "jdbc:postgresql://app:canary4711@db:5432/shop",
                "jdbc:mysql://db/shop?user=app&password=canary4711&ssl=true",
                "jdbc:oracle:thin:app/canary4711@db:1521:x",
                "https://user:canary4711@example.org/x",
                "Authorization: Bearer canary4711canary4711",
                "authorization: Basic canary4711canary4711==",
                "token eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnk0NzExIjoxfQ.canary4711abc",
                "mail to canary4711@example.org now",
                "-----BEGIN RSA PRIVATE KEY-----\ncanary4711\n-----END RSA PRIVATE KEY-----",
                "sk-live-canary4711canary4711",
                "ghp_canary4711canary4711canary4711",
                "{\"accessToken\":\"canary4711\"}",
                "pwd=canary4711;",
            })
    void secretIsTakenOut(String text) {
        assertFalse(redactor.redact(text).contains("canary4711"), redactor.redact(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.locks.ReentrantLock@0x000000069dc024d8",
                "thread 'pool-1-thread-3' used 98 % of a processor",
                "-Xmx512m -XX:+UseG1GC -Dfile.encoding=UTF-8",
                "com.example.TokenBucketLimiter.acquire:42",
                "jdbc:postgresql://db:5432/shop",
                "io.hotlens.skills.demo.DeadlockDemo$OrderLock",
            })
    void whatIsNoSecretStays(String text) {
        assertEquals(text, redactor.redact(text));
    }

    @Test
    void fieldNamedAsASecretIsTakenOutWhateverItHolds() {
        Data answer =
                Json.parse("{\"properties\": {\"db.password\": \"x\", \"user\": \"y\"}, \"n\": 1}");

        assertEquals(
                Json.parse(
                        "{\"properties\": {\"db.password\": \"[redacted]\", \"user\": \"y\"},"
                                + " \"n\": 1}"),
                redactor.redact(answer));
    }

    @Test
    void userNamesPatternsOfHisOwn() {
        assertEquals(
                "customer [redacted] waits",
                Redactor.naming(List.of("CUST-\\d+")).redact("customer CUST-4711 waits"));
        assertThrows(IllegalArgumentException.class, () -> Redactor.naming(List.of("(")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnop.qrstuvwxyz-0123456789 ",
                "a",
                "java.util.concurrent.locks.ReentrantLock@0x000000069dc024d8 ",
                "-----BEGIN PRIVATE KEY----- ",
                "https://",
                "token token_",
            })
    void longTextIsReadInTimeThatGrowsWithItsLength(String part) {
        String text = part.repeat(780_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redactor.redact(text));
    }

    @Test
    void longTextWithoutSecretsStays() {
        String text = "abcdefghijklmnop.qrstuvwxyz-0123456789 ".repeat(20_000);

        assertEquals(text, redactor.redact(text));
    }

    @Test
    void aKeyThatIsCutOffIsTakenOutToTheEnd() {
        String text = "-----BEGIN PRIVATE KEY-----\n" + "canary4711\n".repeat(2_000);

        assertEquals(Redactor.MARK, redactor.redact(text));
    }
}
