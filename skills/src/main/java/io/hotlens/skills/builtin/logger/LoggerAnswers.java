package io.hotlens.skills.builtin.logger;

import static io.hotlens.skills.builtin.Beans.rounded;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Puts the answers of the logger skill together.
final class LoggerAnswers {

    static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private static final Duration LAST_SECONDS = Duration.ofSeconds(15);
    private static final int STACK = 20;
    private static final int LONGEST_MESSAGE = 1_000;

    private final LoggerReader reader;

    LoggerAnswers(LoggerReader reader) {
        this.reader = reader;
    }

    private Reading when(Supplier<Double> value) {
        return reader.whyNothing()
                .map(Reading::unavailable)
                .orElseGet(() -> Reading.of(value.get()));
    }

    Reading count() {
        return when(() -> (double) reader.book().all(LAST_MINUTE).total());
    }

    Reading count(LogLevel level) {
        return when(() -> (double) reader.book().all(LAST_MINUTE).of(level));
    }

    Reading errorRatePct() {
        return when(() -> rounded(errorPct(reader.book().all(LAST_MINUTE))));
    }

    private static double errorPct(LogBook.Counts counts) {
        return counts.total() == 0 ? 0 : (double) counts.of(LogLevel.ERROR) / counts.total() * 100;
    }

    Reading errorLoggers() {
        return when(
                () ->
                        (double)
                                reader.book().byLogger(LAST_MINUTE).values().stream()
                                        .filter(counts -> counts.of(LogLevel.ERROR) > 0)
                                        .count());
    }

    Data stats() {
        reader.poll();
        FieldsBuilder fields =
                Data.fields()
                        .put("last_minute", window(LAST_MINUTE))
                        .put("last_15_s", window(LAST_SECONDS))
                        .put("unique_error_loggers", errorLoggers().toData())
                        .put("watched_s", rounded(reader.watched().toMillis() / 1000.0))
                        .put("files", files());
        reader.whyNothing().ifPresent(why -> fields.put("unavailable", why));
        return fields.build();
    }

    private Data window(Duration window) {
        LogBook.Counts counts = reader.book().all(window);
        double seconds = seconds(window);
        return Data.fields()
                .put("window_s", rounded(seconds))
                .put("records", (double) counts.total())
                .put("records_per_s", rounded(counts.total() / Math.max(1, seconds)))
                .put("errors", (double) counts.of(LogLevel.ERROR))
                .put("warnings", (double) counts.of(LogLevel.WARN))
                .put("error_rate_pct", rounded(errorPct(counts)))
                .build();
    }

    private double seconds(Duration window) {
        return Math.min(window.toMillis(), reader.watched().toMillis()) / 1000.0;
    }

    private List<Data> files() {
        return reader.files().stream()
                .map(
                        file -> {
                            FieldsBuilder one =
                                    Data.fields()
                                            .put("path", file.path())
                                            .put("lines", (double) file.lines())
                                            .put("skipped_bytes", (double) file.skippedBytes());
                            file.trouble().ifPresent(why -> one.put("trouble", why));
                            return (Data) one.build();
                        })
                .toList();
    }

    Data recent(int limit, String level) {
        reader.poll();
        return page(reader.book().entries(LogLevel.valueOf(level.toUpperCase(Locale.ROOT))), limit);
    }

    Data errors(int limit) {
        reader.poll();
        return page(reader.book().entries(LogLevel.ERROR), limit);
    }

    private Data page(List<LogEntry> all, int limit) {
        List<Data> shown =
                all.stream()
                        .limit(Math.clamp(limit, 0, Page.MAX_LIMIT))
                        .map(LoggerAnswers::describe)
                        .toList();
        FieldsBuilder fields = new Page(all.size(), shown).fields();
        reader.whyNothing().ifPresent(why -> fields.put("unavailable", why));
        return fields.build();
    }

    private static Data describe(LogEntry one) {
        String message = one.message();
        return Data.fields()
                .putTime("read_at", one.readAt())
                .put("time", one.time())
                .put("level", one.level().word())
                .put("logger", one.logger())
                .put("thread", one.thread())
                .put("message", message.substring(0, Math.min(LONGEST_MESSAGE, message.length())))
                .put("more", one.more().stream().limit(STACK).map(Data::of).toList())
                .put("file", one.file())
                .build();
    }

    /// Searches messages, further lines and loggers in linear time.
    Data search(String pattern, int limit) {
        reader.poll();
        Pattern compiled = compile(pattern);
        return page(
                reader.book().entries(LogLevel.TRACE).stream()
                        .filter(
                                one ->
                                        compiled.matcher(one.message()).find()
                                                || compiled.matcher(one.logger()).find()
                                                || one.more().stream()
                                                        .anyMatch(l -> compiled.matcher(l).find()))
                        .toList(),
                limit);
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new BadArguments(
                    "'%s' is not a pattern: %s".formatted(pattern, e.getDescription()));
        }
    }

    /// Without a name the loudest loggers of the last minute, else the newest records of one.
    Data byLogger(String name, int limit) {
        reader.poll();
        if (!name.isEmpty()) {
            return page(
                    reader.book().entries(LogLevel.TRACE).stream()
                            .filter(one -> one.logger().equals(name))
                            .toList(),
                    limit);
        }
        double seconds = Math.max(1, seconds(LAST_MINUTE));
        LogBook.Counts all = reader.book().all(LAST_MINUTE);
        List<Data> items =
                LogBook.loudest(reader.book().byLogger(LAST_MINUTE)).stream()
                        .map(e -> loud(e, seconds, all.total()))
                        .toList();
        return Page.of(items, limit).fields().put("window_s", rounded(seconds)).build();
    }

    private static Data loud(
            Map.Entry<String, LogBook.Counts> one, double seconds, long allRecords) {
        LogBook.Counts counts = one.getValue();
        return Data.fields()
                .put("logger", one.getKey())
                .put("records", (double) counts.total())
                .put("records_per_s", rounded(counts.total() / seconds))
                .put("share_pct", rounded((double) counts.total() / allRecords * 100))
                .put("errors", (double) counts.of(LogLevel.ERROR))
                .put("warnings", (double) counts.of(LogLevel.WARN))
                .build();
    }

    Data levels() {
        reader.poll();
        LogBook.Counts counts = reader.book().all(LAST_MINUTE);
        var seen = Data.fields();
        Arrays.stream(LogLevel.values())
                .forEach(level -> seen.put(level.word(), (double) counts.of(level)));
        List<Data> configured =
                reader.configuredLevels().entrySet().stream()
                        .map(
                                e ->
                                        (Data)
                                                Data.fields()
                                                        .put("logger", e.getKey())
                                                        .put("level", e.getValue())
                                                        .build())
                        .toList();
        FieldsBuilder fields =
                Data.fields().put("seen_1m", seen.build()).put("configured", configured);
        if (configured.isEmpty()) {
            fields.put(
                    "note",
                    "levels are known only of Log4j 2 with log4j2.disableJmx=false; Logback and"
                            + " java.util.logging do not show them as attributes");
        }
        return fields.build();
    }

    Data follow(String path) {
        reader.follow(path);
        return Data.fields().put("files", files()).build();
    }
}
