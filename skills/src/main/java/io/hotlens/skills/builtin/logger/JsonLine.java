package io.hotlens.skills.builtin.logger;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A record written as one line of JSON, by the field names of Logstash, ECS, GELF and Google
/// Cloud. Pure.
final class JsonLine {

    private static final List<String> LEVEL =
            List.of("level", "log.level", "severity", "loglevel", "level_name");
    private static final List<String> LOGGER =
            List.of("logger_name", "log.logger", "logger", "loggerName", "logger.name", "_logger");
    private static final List<String> THREAD =
            List.of("thread_name", "process.thread.name", "thread", "threadName", "_thread");
    private static final List<String> MESSAGE = List.of("message", "msg", "short_message");
    private static final List<String> TIME =
            List.of("@timestamp", "timestamp", "time", "instant", "ts");
    private static final List<String> STACK =
            List.of("stack_trace", "error.stack_trace", "exception", "throwable", "full_message");

    private JsonLine() {}

    /// What the record says.
    ///
    /// @param stack the lines of its stack trace
    record Read(LogHeader header, List<String> stack) {}

    /// Reads a line; empty when it is not a JSON object with a message or a level.
    static Optional<Read> of(String line) {
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return Optional.empty();
        }
        try {
            return Json.parse(line) instanceof Data.Fields fields ? read(fields) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Read> read(Data.Fields fields) {
        String level = first(fields, LEVEL);
        String message = first(fields, MESSAGE);
        if (level.isEmpty() && message.isEmpty()) {
            return Optional.empty();
        }
        var header =
                new LogHeader(
                        first(fields, TIME),
                        LogLevel.named(level.toUpperCase(Locale.ROOT)).orElse(LogLevel.UNKNOWN),
                        first(fields, LOGGER),
                        first(fields, THREAD),
                        message);
        return Optional.of(new Read(header, first(fields, STACK).lines().toList()));
    }

    /// The first of these that is there, also when its dots stand for nested objects.
    private static String first(Data.Fields fields, List<String> names) {
        for (String name : names) {
            Optional<String> found = text(fields, name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "";
    }

    private static Optional<String> text(Data.Fields fields, String name) {
        if (fields.text(name).isPresent()) {
            return fields.text(name);
        }
        int dot = name.indexOf('.');
        return dot > 0
                        && fields.get(name.substring(0, dot)).orElse(Data.NOTHING)
                                instanceof Data.Fields nested
                ? text(nested, name.substring(dot + 1))
                : Optional.empty();
    }
}
