package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A rule of the user: a threshold or a trend of a metric, and how long it must hold.
///
/// @param metric a metric's name, or its id with the skill before it
/// @param lasting how long without a break; zero for at once
/// @param text as the user wrote it
public record AlertRule(String metric, Condition condition, Duration lasting, String text) {

    /// What must hold.
    public sealed interface Condition {

        /// The value is beyond a limit.
        record Threshold(boolean above, boolean inclusive, double limit) implements Condition {
            boolean holds(double value) {
                boolean at = inclusive && value == limit;
                return at || (above ? value > limit : value < limit);
            }
        }

        /// The value rises, or falls, at least this much each minute over the time of the rule.
        record Trend(boolean rising, double perMinute) implements Condition {}
    }

    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+)";
    private static final Pattern RULE =
            Pattern.compile("(\\S+?)\\s*(>=|<=|>|<|\\brises\\b|\\bfalls\\b)\\s*(.*)");
    private static final Pattern LIMIT = Pattern.compile(NUMBER + "\\s*(.*)");
    private static final Pattern TREND = Pattern.compile(NUMBER + "\\s+per\\s+([a-z]+)\\s*(.*)");
    private static final Pattern LASTING = Pattern.compile("for\\s+([0-9]+)\\s*([a-z]+)");
    private static final Pattern METRIC = Pattern.compile("([a-z][a-z0-9]*\\.)?[a-z][a-z0-9_]*");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "sec", Duration.ofSeconds(1),
                    "second", Duration.ofSeconds(1),
                    "seconds", Duration.ofSeconds(1),
                    "min", Duration.ofMinutes(1),
                    "minute", Duration.ofMinutes(1),
                    "minutes", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "hour", Duration.ofHours(1),
                    "hours", Duration.ofHours(1));
    private static final Duration SHORTEST_TREND = Duration.ofMinutes(1);

    /// Reads `heap_used_pct > 90 for 2 min` or `threads.live rises 5 per min for 10 min`.
    ///
    /// @throws IllegalArgumentException when it cannot be read; the message says what is wrong
    public static AlertRule parse(String text) {
        String rule = text.strip().toLowerCase(Locale.ROOT);
        Matcher parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw wrong(text, "a metric, then >, >=, <, <=, 'rises' or 'falls', is expected");
        }
        String metric = parts.group(1);
        if (!METRIC.matcher(metric).matches()) {
            throw wrong(text, "'" + metric + "' cannot be the name of a metric");
        }
        return switch (parts.group(2)) {
            case "rises" -> trend(text, metric, true, parts.group(3));
            case "falls" -> trend(text, metric, false, parts.group(3));
            default -> threshold(text, metric, parts.group(2), parts.group(3));
        };
    }

    private static AlertRule threshold(String text, String metric, String sign, String rest) {
        Matcher limit = LIMIT.matcher(rest);
        if (!limit.matches()) {
            throw wrong(text, "a number is expected after '%s', not '%s'".formatted(sign, rest));
        }
        var condition =
                new Condition.Threshold(
                        sign.startsWith(">"),
                        sign.endsWith("="),
                        Double.parseDouble(limit.group(1)));
        return new AlertRule(metric, condition, lasting(text, limit.group(2)), text);
    }

    private static AlertRule trend(String text, String metric, boolean rising, String rest) {
        Matcher trend = TREND.matcher(rest);
        if (!trend.matches()) {
            throw wrong(text, "'NUMBER per min' is expected, not '" + rest + "'");
        }
        double minutes = unit(text, trend.group(2)).toNanos() / 60e9;
        double perMinute = Double.parseDouble(trend.group(1)) / minutes;
        if (perMinute <= 0) {
            throw wrong(text, "a trend must be greater than 0");
        }
        Duration lasting = lasting(text, trend.group(3));
        if (lasting.compareTo(SHORTEST_TREND) < 0) {
            throw wrong(text, "a trend needs 'for' and at least 1 min");
        }
        return new AlertRule(metric, new Condition.Trend(rising, perMinute), lasting, text);
    }

    private static Duration lasting(String text, String rest) {
        if (rest.isEmpty()) {
            return Duration.ZERO;
        }
        Matcher lasting = LASTING.matcher(rest);
        if (!lasting.matches()) {
            throw wrong(text, "'for' with a time such as '2 min' is expected, not '" + rest + "'");
        }
        Duration unit = unit(text, lasting.group(2));
        if (lasting.group(1).length() > 6) {
            throw wrong(text, "'" + lasting.group(1) + "' is too long a time");
        }
        return unit.multipliedBy(Long.parseLong(lasting.group(1)));
    }

    private static Duration unit(String text, String word) {
        return Optional.ofNullable(UNITS.get(word))
                .orElseThrow(() -> wrong(text, "'" + word + "' is not s, min or h"));
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("'%s' is not a rule: %s".formatted(text.strip(), why));
    }

    /// Whether the rule is about this metric, by its name or its id.
    public boolean isAbout(Metric other) {
        return metric.equals(other.id()) || metric.equals(other.name());
    }
}
