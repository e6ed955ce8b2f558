package io.hotlens.skills.builtin.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in its open files the target stands at one moment, by descriptor. What moved on between
/// two moments was read or written; files opened and closed in between do not show.
record FilePositions(Instant at, Map<Integer, Position> positions) {

    private static final Pattern POSITION = Pattern.compile("(?m)^pos:\\s*(\\d{1,18})$");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*([0-7]{1,18})$");
    private static final int OCTAL = 8;

    /// The lowest two bits of the flags: 0 to read, 1 to write, 2 for both.
    private static final int ACCESS = 3;

    private static final double MEGABYTE = 1 << 20;

    /// One open file.
    record Position(String name, long offset, boolean forReading, boolean forWriting) {

        /// Reads `/proc/PID/fdinfo/N`; at the beginning, for nothing, when it is of another form.
        static Position of(String name, String fdinfo) {
            Matcher offset = POSITION.matcher(fdinfo);
            Matcher flags = FLAGS.matcher(fdinfo);
            int access = flags.find() ? Integer.parseInt(last(flags), OCTAL) & ACCESS : ACCESS;
            return new Position(
                    name,
                    offset.find() ? Long.parseLong(offset.group(1)) : 0,
                    access == 0 || access == 2,
                    access == 1 || access == 2);
        }

        private static String last(Matcher flags) {
            String digits = flags.group(1);
            return digits.substring(digits.length() - 1);
        }
    }

    /// How fast one file was moved through.
    record Moved(String name, double mbPerS, boolean forReading, boolean forWriting) {}

    FilePositions {
        positions = Map.copyOf(positions);
    }

    /// What moved since `earlier`, fastest first; of a file that was rewound at least what came
    /// after.
    List<Moved> since(FilePositions earlier) {
        double seconds = Duration.between(earlier.at, at).toNanos() / 1e9;
        Map<String, Moved> byName = new HashMap<>();
        positions.forEach(
                (id, now) -> {
                    Position then = earlier.positions.get(id);
                    if (then != null && then.name().equals(now.name()) && seconds > 0) {
                        double mb = moved(then, now) / MEGABYTE / seconds;
                        byName.merge(
                                now.name(),
                                new Moved(now.name(), mb, now.forReading(), now.forWriting()),
                                FilePositions::both);
                    }
                });
        return byName.values().stream()
                .filter(one -> one.mbPerS() > 0)
                .sorted(Comparator.comparingDouble(Moved::mbPerS).reversed())
                .toList();
    }

    private static long moved(Position then, Position now) {
        return now.offset() >= then.offset() ? now.offset() - then.offset() : now.offset();
    }

    private static Moved both(Moved a, Moved b) {
        return new Moved(
                a.name(),
                a.mbPerS() + b.mbPerS(),
                a.forReading() || b.forReading(),
                a.forWriting() || b.forWriting());
    }
}
