package io.hotlens.skills.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/// Each pattern is tried only after a cheap check: whatever the check passes over, the pattern
/// would not have found.
class SecretsTest {

    private static final List<String> PIECES =
            List.of(
                    "password",
                    "PassWd",
                    "token",
                    "cookie",
                    "api-key",
                    "Session_Id",
                    "auth.token",
                    "Bearer",
                    "basic",
                    "abcdefgh1234",
                    "=",
                    ":",
                    "://",
                    "@",
                    ".",
                    " ",
                    "\t",
                    "\n",
                    "\u000b",
                    "\"",
                    "'",
                    "x",
                    "user",
                    "/",
                    "-",
                    "_",
                    "com",
                    "eyJ",
                    "eyJabcdef.ghijkl",
                    "AKIA",
                    "ABCDEFGHIJKLMNOP",
                    "sk-",
                    "rk_",
                    "live",
                    "gh",
                    "ghp_",
                    "0123456789abcdefghij",
                    "-----BEGIN ",
                    "PRIVATE KEY-----",
                    "jdbc:oracle:thin:",
                    "İ",
                    "ſ",
                    "K",
                    "ß",
                    "[redacted]",
                    ",",
                    "%");

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String withoutChecks(String text) {
        String clean = text;
        for (Secrets.Rule rule : Secrets.BUILT_IN) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    @Test
    void checksPassOverNothing() {
        var random = new Random(7);
        int masked = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            String clean = withoutChecks(text);
            assertEquals(clean, Secrets.masked(text), text);
            masked += clean.equals(text) ? 0 : 1;
        }
        assertTrue(masked > 5_000, "too few texts with a secret: " + masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer abcdefgh1234",
                "BASIC\tdXNlcjpwdw==",
                "a@b.example.com",
                "passWord = x1",
                "\"token\" : \"x1\"",
                "https://user:pw@host/",
                "jdbc:oracle:thin:scott/tiger@db",
                "AKIAABCDEFGHIJKLMNOP",
                "sk-live-0123456789abcdef01",
                "ghp_0123456789abcdefghij",
                "eyJabcdef.ghijklmn.x",
                "-----BEGIN RSA PRIVATE KEY-----\nMII"
            })
    void eachRuleIsReached(String text) {
        assertEquals(withoutChecks(text), Secrets.masked(text));
        assertTrue(Secrets.masked(text).contains(Secrets.MARK), text);
    }
}
