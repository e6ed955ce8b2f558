package io.hotlens.skills.builtin.logger;

import java.time.Instant;
import java.util.List;

/// One log record.
///
/// @param readAt when we read it, which is up to half a second after it was written
/// @param time as the line says it, empty when it says none
/// @param logger empty when the line names none
/// @param more further lines, such as a stack trace
/// @param file the log file's path
record LogEntry(
        Instant readAt,
        String time,
        LogLevel level,
        String logger,
        String thread,
        String message,
        List<String> more,
        String file) {

    LogEntry {
        more = List.copyOf(more);
    }
}
