package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;

import java.time.Duration;

/// How the monitor watches.
///
/// @param collectionInterval from one sample to the next
/// @param learningDuration how long a metric is learned before it is judged
/// @param zThreshold from which deviation a value is an anomaly, in standard deviations of a normal
///   variable that is as rare
/// @param consecutiveRequired how many anomalies of one metric in a row escalate
/// @param cooldownDuration how long nothing is judged after an escalation
public record MonitorSettings(
        Duration collectionInterval,
        Duration learningDuration,
        double zThreshold,
        int consecutiveRequired,
        Duration cooldownDuration) {

    public static final String COLLECTION_INTERVAL_MS = "collection_interval_ms";
    public static final String LEARNING_DURATION_MS = "learning_duration_ms";
    public static final String Z_THRESHOLD = "z_threshold";
    public static final String CONSECUTIVE_REQUIRED = "consecutive_required";
    public static final String COOLDOWN_DURATION_MS = "cooldown_duration_ms";

    public static final MonitorSettings DEFAULT =
            new MonitorSettings(
                    Duration.ofSeconds(30), Duration.ofHours(2), 3, 3, Duration.ofMinutes(15));

    public MonitorSettings {
        require(collectionInterval.toMillis() >= 100, COLLECTION_INTERVAL_MS, "at least 100");
        require(
                learningDuration.compareTo(collectionInterval) >= 0,
                LEARNING_DURATION_MS,
                "at least " + COLLECTION_INTERVAL_MS);
        require(zThreshold >= 1 && zThreshold <= 20, Z_THRESHOLD, "from 1 to 20");
        require(
                consecutiveRequired >= 1 && consecutiveRequired <= 100,
                CONSECUTIVE_REQUIRED,
                "from 1 to 100");
        require(!cooldownDuration.isNegative(), COOLDOWN_DURATION_MS, "at least 0");
    }

    private static void require(boolean holds, String name, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule);
        }
    }

    /// Reads the settings that are given by their names; the others keep their defaults.
    ///
    /// @throws IllegalArgumentException when one is not allowed; the message names it
    public static MonitorSettings of(Data.Fields given) {
        return new MonitorSettings(
                millis(given, COLLECTION_INTERVAL_MS, DEFAULT.collectionInterval),
                millis(given, LEARNING_DURATION_MS, DEFAULT.learningDuration),
                number(given, Z_THRESHOLD, DEFAULT.zThreshold),
                (int) number(given, CONSECUTIVE_REQUIRED, DEFAULT.consecutiveRequired),
                millis(given, COOLDOWN_DURATION_MS, DEFAULT.cooldownDuration));
    }

    private static Duration millis(Data.Fields given, String name, Duration fallback) {
        return Duration.ofMillis((long) number(given, name, fallback.toMillis()));
    }

    private static double number(Data.Fields given, String name, double fallback) {
        return switch (given.get(name).orElse(Data.NOTHING)) {
            case Data.Nothing _ -> fallback;
            case Data.Num(double value) -> value;
            case Data other ->
                    throw new IllegalArgumentException(name + " must be a number, not " + other);
        };
    }

    public Data.Fields toData() {
        return Data.fields()
                .put(COLLECTION_INTERVAL_MS, collectionInterval.toMillis())
                .put(LEARNING_DURATION_MS, learningDuration.toMillis())
                .put(Z_THRESHOLD, zThreshold)
                .put(CONSECUTIVE_REQUIRED, consecutiveRequired)
                .put(COOLDOWN_DURATION_MS, cooldownDuration.toMillis())
                .build();
    }
}
