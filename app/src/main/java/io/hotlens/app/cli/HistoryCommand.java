package io.hotlens.app.cli;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryQuery;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists the investigations that were kept.
@Command(
        name = "history",
        description = "List the investigations that were kept, of all targets, newest first.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements CommandRunner {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SHORT_ID = 8;

    private final HistoryKeeper history;
    private final Terminal terminal;

    @Option(names = "--json", description = "Print one JSON array.")
    boolean json;

    @Option(
            names = "--target",
            paramLabel = "T",
            description = "Only targets with T in their name or address.")
    @Nullable String target;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    int limit = 20;

    HistoryCommand(HistoryKeeper history, Terminal terminal) {
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageException("--limit must be at least 1, not " + limit);
        }
        List<HistoryEntry> entries =
                history.find(HistoryQuery.ALL.of(Optional.ofNullable(target)).first(limit));
        if (json) {
            terminal.json(Data.items(entries.stream().map(HistoryCommand::data).toList()));
        } else if (entries.isEmpty()) {
            terminal.progress(
                    target == null
                            ? "No investigation was kept yet; hotlens investigate keeps its runs in"
                                    + " "
                                    + history.file()
                            : "No investigation of a target with '%s' in its name was kept."
                                    .formatted(target));
        } else {
            entries.forEach(entry -> terminal.line(line(entry)));
        }
        return ExitStatus.NOTHING_WRONG;
    }

    private static String line(HistoryEntry entry) {
        return "%s  %s  %-20s  %s  (%s)"
                .formatted(
                        entry.id().value().substring(0, SHORT_ID),
                        time(entry.startedAt()),
                        entry.name(),
                        result(entry),
                        entry.reason());
    }

    static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private static String result(HistoryEntry entry) {
        String worst = entry.worst().map(s -> s.name() + ": ").orElse("");
        String found =
                entry.cause()
                        .map(cause -> worst + words(cause))
                        .orElseGet(
                                () ->
                                        entry.findings() == 0
                                                ? "nothing found"
                                                : "%sno cause, findings: %d"
                                                        .formatted(worst, entry.findings()));
        Optional<Outcome> outcome = entry.outcome();
        if (outcome.isEmpty()) {
            return found + ", not ended";
        }
        return outcome.get() instanceof Outcome.Completed
                ? found
                : found + ", " + outcome.get().word();
    }

    private static String words(Insight.RootCause cause) {
        return cause.subject().isEmpty() ? cause.type() : cause.type() + " - " + cause.subject();
    }

    private static Data data(HistoryEntry entry) {
        FieldsBuilder fields =
                Data.fields()
                        .put("investigation_id", entry.id().value())
                        .put("target", entry.name())
                        .put("address", entry.address())
                        .put("reason", entry.reason())
                        .put("trigger", entry.trigger().word())
                        .putTime("started_at", entry.startedAt())
                        .put("ended", entry.endedAt().isPresent())
                        .put("outcome", entry.outcome().map(Outcome::word).orElse(""))
                        .put("notifications", entry.findings())
                        .put("summary", entry.summary());
        entry.worst().ifPresent(worst -> fields.put("severity", worst.word()));
        entry.cause()
                .ifPresent(
                        cause ->
                                fields.put(
                                        "root_cause",
                                        Data.fields()
                                                .put("type", cause.type())
                                                .put("subject", cause.subject())
                                                .build()));
        return fields.build();
    }
}
