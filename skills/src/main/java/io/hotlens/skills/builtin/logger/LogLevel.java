package io.hotlens.skills.builtin.logger;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How grave a record is; the words of all frameworks mapped to five.
enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    /// The line says no level.
    UNKNOWN;

    private static final Map<String, LogLevel> WORDS =
            Map.ofEntries(
                    Map.entry("TRACE", TRACE),
                    Map.entry("FINEST", TRACE),
                    Map.entry("FINER", TRACE),
                    Map.entry("DEBUG", DEBUG),
                    Map.entry("FINE", DEBUG),
                    Map.entry("CONFIG", DEBUG),
                    Map.entry("INFO", INFO),
                    Map.entry("NOTICE", INFO),
                    Map.entry("WARN", WARN),
                    Map.entry("WARNING", WARN),
                    Map.entry("ERROR", ERROR),
                    Map.entry("SEVERE", ERROR),
                    Map.entry("FATAL", ERROR),
                    Map.entry("CRITICAL", ERROR));

    /// The level that a word names, in capitals.
    static Optional<LogLevel> named(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /// The word in answers: `error`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean atLeast(LogLevel other) {
        return this != UNKNOWN && compareTo(other) >= 0;
    }
}
