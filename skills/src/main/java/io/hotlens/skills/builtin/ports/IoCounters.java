package io.hotlens.skills.builtin.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the kernel counted of the process's input and output since it started, files and sockets
/// together, page cache included.
///
/// @param readCalls system calls that read
record IoCounters(
        Instant at, double readBytes, double writtenBytes, double readCalls, double writeCalls) {

    private static final double MEGABYTE = 1 << 20;

    /// The same as rates between two moments.
    record Rates(
            double windowS,
            double readMbPerS,
            double writeMbPerS,
            double readCallsPerS,
            double writeCallsPerS) {}

    /// Reads `/proc/PID/io`; empty when it is of another form.
    static Optional<IoCounters> parse(Instant at, String text) {
        Map<String, Double> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(":\\s*", 2);
            if (parts.length == 2 && parts[1].matches("\\d{1,19}")) {
                values.put(parts[0], Double.parseDouble(parts[1]));
            }
        }
        if (!values.keySet().containsAll(java.util.List.of("rchar", "wchar", "syscr", "syscw"))) {
            return Optional.empty();
        }
        return Optional.of(
                new IoCounters(
                        at,
                        values.getOrDefault("rchar", 0.0),
                        values.getOrDefault("wchar", 0.0),
                        values.getOrDefault("syscr", 0.0),
                        values.getOrDefault("syscw", 0.0)));
    }

    /// Rates since an earlier count; empty when no time passed.
    Optional<Rates> since(IoCounters earlier) {
        double seconds = Duration.between(earlier.at, at).toNanos() / 1e9;
        return seconds <= 0
                ? Optional.empty()
                : Optional.of(
                        new Rates(
                                seconds,
                                (readBytes - earlier.readBytes) / MEGABYTE / seconds,
                                (writtenBytes - earlier.writtenBytes) / MEGABYTE / seconds,
                                (readCalls - earlier.readCalls) / seconds,
                                (writeCalls - earlier.writeCalls) / seconds));
    }
}
