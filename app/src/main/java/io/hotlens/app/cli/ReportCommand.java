package io.hotlens.app.cli;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.report.Report;
import io.hotlens.app.report.ReportFormat;
import io.hotlens.app.store.HistoryKeeper;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// Writes one investigation for people who do not have Hotlens.
@Command(
        name = "report",
        description = "Write one investigation as a report without secrets.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements CommandRunner {

    private final HistoryKeeper history;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The id of the investigation, or enough of its beginning.")
    String id = "";

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "html, md or json (default: ${DEFAULT-VALUE}).")
    String format = "html";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file instead of the standard output.")
    @Nullable Path output;

    @Option(names = "--force", description = "Write over the file when it is there.")
    boolean force;

    ReportCommand(HistoryKeeper history, Terminal terminal) {
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReportFormat chosen = chosen();
        var report = new Report(HistoryShowCommand.named(history, id), Redactor.usual());
        Path file = output;
        if (file == null) {
            terminal.out().print(report.text(chosen));
            terminal.out().flush();
            return ExitStatus.NOTHING_WRONG;
        }
        try {
            report.write(chosen, file, force);
        } catch (FileAlreadyExistsException _) {
            throw new UsageException(
                    "%s is there already; choose another file or add --force".formatted(file));
        } catch (IOException e) {
            throw new UsageException("%s cannot be written: %s".formatted(file, e));
        }
        terminal.progress("wrote " + file);
        return ExitStatus.NOTHING_WRONG;
    }

    private ReportFormat chosen() {
        try {
            return ReportFormat.parse(format.strip());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format: " + e.getMessage());
        }
    }
}
