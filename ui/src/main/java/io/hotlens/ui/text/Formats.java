package io.hotlens.ui.text;

import io.hotlens.skills.metric.Unit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, times and sizes as people read them.
public final class Formats {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final String POWERS = "kMGTPE";

    private Formats() {}

    /// Three significant digits at most, thousands separated: `0.03`, `61.4`, `1,024`.
    public static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Messages.locale(), "%,.0f", value);
        }
        return String.format(Messages.locale(), size >= 10 ? "%.1f" : "%.2f", value);
    }

    /// As [#number(double)], from a hundred thousand on with a letter for the power of a thousand:
    /// `120 k`, `1.50 M`, `34 G`.
    public static String compact(double value) {
        double size = Math.abs(value);
        int power = 0;
        while (size >= (power == 0 ? 100_000 : 1_000) && power < POWERS.length()) {
            size /= 1_000;
            power++;
        }
        return power == 0
                ? number(value)
                : number(Math.copySign(size, value)) + " " + POWERS.charAt(power - 1);
    }

    /// The number with its unit: `61.4 %`, `214`.
    public static String value(double value, Unit unit) {
        return unit.symbol().isEmpty() ? number(value) : number(value) + " " + unit.symbol();
    }

    /// The two largest parts: `3 d 4 h`, `2 min 5 s`, `12 s`; below a second `140 ms`.
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 86_400) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (seconds >= 3_600) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (seconds >= 60) {
            int rest = duration.toSecondsPart();
            return duration.toMinutes() + " min" + (rest == 0 ? "" : " " + rest + " s");
        }
        return seconds >= 1 ? seconds + " s" : duration.toMillis() + " ms";
    }

    /// How long ago: `just now`, `12 s ago`, `3 min ago`.
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 2) {
            return Messages.text("time.now");
        }
        Duration rounded = age.toSeconds() < 60 ? age : Duration.ofMinutes(age.toMinutes());
        return Messages.text("time.ago", duration(rounded));
    }

    /// The text with a full stop at its end, when it has none.
    public static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    /// The time of day, for lines of one investigation.
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /// Date and time, for tooltips.
    public static String full(Instant time) {
        return FULL.format(time.atZone(ZoneId.systemDefault()));
    }
}
