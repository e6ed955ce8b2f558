package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

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

    private static final Duration LEAST_INTERVAL = Duration.ofMillis(100);
    private static final Duration MOST_INTERVAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final double MOST_WHOLE = Integer.MAX_VALUE * 1e6;

    public static final MonitorSettings DEFAULT =
            new MonitorSettings(
                    Duration.ofSeconds(30), Duration.ofHours(2), 3, 3, Duration.ofMinutes(15));

    public MonitorSettings {
        requireMillis(COLLECTION_INTERVAL_MS, collectionInterval, LEAST_INTERVAL, MOST_INTERVAL);
        if (learningDuration.compareTo(collectionInterval) < 0) {
            throw wrong(
                    LEARNING_DURATION_MS,
                    "at least " + COLLECTION_INTERVAL_MS,
                    learningDuration.toMillis());
        }
        requireMillis(LEARNING_DURATION_MS, learningDuration, Duration.ZERO, LONGEST);
        require(Z_THRESHOLD, zThreshold, 1, 20);
        require(CONSECUTIVE_REQUIRED, consecutiveRequired, 1, 100);
        requireMillis(COOLDOWN_DURATION_MS, cooldownDuration, Duration.ZERO, LONGEST);
    }

    private static void requireMillis(String name, Duration given, Duration least, Duration most) {
        require(name, given.toMillis(), least.toMillis(), most.toMillis());
    }

    private static void require(String name, double given, long least, long most) {
        if (!(given >= least && given <= most)) {
            throw wrong(name, "from %d to %d".formatted(least, most), given);
        }
    }

    private static IllegalArgumentException wrong(String name, String rule, double given) {
        return new IllegalArgumentException(
                "%s must be %s, not %s".formatted(name, rule, Json.write(Data.of(given))));
    }

    /// Reads the settings that are given by their names; the others keep their defaults.
    ///
    /// @throws IllegalArgumentException when one is not allowed; the message names it
    public static MonitorSettings of(Data.Fields given) {
        return new MonitorSettings(
                millis(given, COLLECTION_INTERVAL_MS, DEFAULT.collectionInterval),
                millis(given, LEARNING_DURATION_MS, DEFAULT.learningDuration),
                number(given, Z_THRESHOLD, DEFAULT.zThreshold),
                Math.clamp(
                        whole(given, CONSECUTIVE_REQUIRED, DEFAULT.consecutiveRequired),
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE),
                millis(given, COOLDOWN_DURATION_MS, DEFAULT.cooldownDuration));
    }

    private static Duration millis(Data.Fields given, String name, Duration fallback) {
        return Duration.ofMillis(whole(given, name, fallback.toMillis()));
    }

    private static long whole(Data.Fields given, String name, long fallback) {
        double number = number(given, name, fallback);
        if (number != Math.rint(number)) {
            throw wrong(name, "a whole number", number);
        }
        return (long) Math.clamp(number, -MOST_WHOLE, MOST_WHOLE);
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
