package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggerPlaybookTest {

    private static Playbook healthy() {
        return Playbook.of("logger")
                .answer("logger_stats", stats(60, 20, window(15, 20, 1, 0.3)))
                .answer("logger_by_logger", loud())
                .answer("logger_recent", records(record("com.shop.Cart", "added an item")))
                .answer("logger_errors", records());
    }

    private static String stats(double watchedS, double perS, String lately) {
        return """
        {"last_minute":%s,"last_15_s":%s,"unique_error_loggers":1,"watched_s":%s,
        "files":[{"path":"/var/log/shop.log","lines":900,"skipped_bytes":0}]}\
        """
                .formatted(window(Math.min(60, watchedS), perS, 16, 2), lately, watchedS);
    }

    private static String window(double windowS, double perS, int errors, double errorPct) {
        return """
        {"window_s":%s,"records":900,"records_per_s":%s,"errors":%d,"warnings":2,
        "error_rate_pct":%s}\
        """
                .formatted(windowS, perS, errors, errorPct);
    }

    private static String loud() {
        return """
        {"total":1,"showing":1,"items":[{"logger":"com.shop.Cart","records":36000,
        "records_per_s":600,"share_pct":98,"errors":0,"warnings":0}],"window_s":60}\
        """;
    }

    private static String records(String... records) {
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s]}"
                .formatted(records.length, records.length, String.join(",", records));
    }

    private static String record(String logger, String message) {
        return """
        {"read_at":"2026-05-01T10:00:00Z","unix_ms":1777629600000,"time":"10:00:00",
        "level":"error","logger":"%s","thread":"http-1","message":"%s","more":[],
        "file":"/var/log/shop.log"}\
        """
                .formatted(logger, message);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void aQuietLogIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void aTargetWithoutALogSaysNothing() {
        String none = "{\"unavailable\":\"no log file is open\"}";
        healthy()
                .answer(
                        "logger_stats",
                        """
                        {"last_minute":%s,"last_15_s":%s,"unique_error_loggers":%s,"watched_s":2,
                        "files":[],"unavailable":"no log file is open"}\
                        """
                                .formatted(window(2, 0, 0, 0), window(2, 0, 0, 0), none))
                .isSilent();
    }

    @Test
    void aShortWatchSaysNothing() {
        healthy().answer("logger_stats", stats(5, 20, window(5, 20, 0, 0))).looksAgain();
    }

    @Test
    void fiveHundredRecordsEachSecondAreAStorm() {
        Data.Fields finding =
                healthy()
                        .answer("logger_stats", stats(60, 500, window(15, 500, 0, 0)))
                        .finds("log_storm");
        assertEquals("com.shop.Cart", finding.text("subject").orElse(""));
        assertEquals(Data.of(true), finding.get("certain").orElse(Data.NOTHING));
        assertTrue(observation(finding).endsWith("such as \"added an item\""));
    }

    @Test
    void oneThatHasJustBegunIsLessCertain() {
        Data.Fields finding =
                healthy()
                        .answer("logger_stats", stats(60, 499, window(15, 500, 0, 0)))
                        .answer("logger_recent", records())
                        .finds("log_storm");
        assertEquals(Data.of(false), finding.get("certain").orElse(Data.NOTHING));
        assertFalse(observation(finding).contains("such as"));
    }

    @Test
    void fewerAreNone() {
        healthy().answer("logger_stats", stats(60, 900, window(15, 499, 0, 0))).isSilent();
    }

    @Test
    void aStartLogsMuchForTenSeconds() {
        healthy().answer("logger_stats", stats(9, 900, window(9, 900, 0, 0))).looksAgain();
    }

    @Test
    void whoFailsMostIsNamedWithWhatItSays() {
        Data.Fields finding =
                healthy()
                        .answer("logger_stats", stats(60, 5, window(15, 5, 15, 20)))
                        .answer(
                                "logger_errors",
                                records(
                                        record("com.shop.Mail", "no route"),
                                        record("com.shop.Bank", "refused"),
                                        record("com.shop.Bank", "refused")))
                        .finds("log_errors");
        assertEquals("com.shop.Bank", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("most by 'com.shop.Bank': \"refused\""));
    }

    @ParameterizedTest
    @CsvSource({"14, 90", "400, 19.9"})
    void fewErrorsOrASmallShareAreFine(int errors, double pct) {
        healthy().answer("logger_stats", stats(60, 5, window(15, 5, errors, pct))).isSilent();
    }

    @Test
    void aFailingStartIsWatchedForTenSeconds() {
        healthy().answer("logger_stats", stats(9, 5, window(9, 5, 40, 90))).looksAgain();
    }

    @Test
    void errorsThatWarningsPushedOutAreWaitedFor() {
        healthy()
                .answer("logger_stats", stats(60, 5, window(15, 5, 15, 20)))
                .answer("logger_errors", records())
                .looksAgain();
    }
}
