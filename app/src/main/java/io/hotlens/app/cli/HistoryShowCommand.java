package io.hotlens.app.cli;

import io.hotlens.app.report.Report;
import io.hotlens.app.report.TimelineLine;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.KeptInvestigation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one investigation that was kept.
@Command(
        name = "show",
        description = "Show one investigation as it was told when it ended, with its steps.",
        mixinStandardHelpOptions = true)
final class HistoryShowCommand implements CommandRunner {

    private final HistoryKeeper history;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", description = "Its id, or enough of its beginning.")
    String id = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    HistoryShowCommand(HistoryKeeper history, Terminal terminal) {
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KeptInvestigation kept = named(history, id);
        if (json) {
            terminal.json(Report.data(kept));
            return ExitStatus.NOTHING_WRONG;
        }
        terminal.line(
                "%s, began %s: %s"
                        .formatted(
                                kept.investigation().id(),
                                HistoryCommand.time(kept.investigation().startedAt()),
                                kept.investigation().request().reason()));
        InvestigationText.print(kept.investigation(), terminal);
        kept.answers().forEach(answer -> InvestigationText.print(answer, terminal));
        terminal.line("");
        for (TimelineLine line : TimelineLine.of(kept)) {
            terminal.line(
                    "%s  %-11s  %s"
                            .formatted(HistoryCommand.time(line.at()), line.who(), line.text()));
        }
        return ExitStatus.NOTHING_WRONG;
    }

    static KeptInvestigation named(HistoryKeeper history, String id) {
        try {
            return history.named(id);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
