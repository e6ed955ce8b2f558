package io.hotlens.app.cli;

import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.store.Comparison;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/// Compares two investigations that were kept.
@Command(
        name = "compare",
        description = "Tell what is new in B, gone since A, and the same in both.",
        mixinStandardHelpOptions = true)
final class HistoryCompareCommand implements CommandRunner {

    private final HistoryKeeper history;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The id of the earlier one, or enough of its beginning.")
    String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "The id of the later one.")
    String after = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    HistoryCompareCommand(HistoryKeeper history, Terminal terminal) {
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Investigation first = HistoryShowCommand.named(history, before).investigation();
        Investigation second = HistoryShowCommand.named(history, after).investigation();
        Comparison comparison = Comparison.of(first, second);
        if (json) {
            terminal.json(
                    Data.fields()
                            .put("before", first.id().value())
                            .put("after", second.id().value())
                            .put("causes", data(comparison.causes()))
                            .put("findings", data(comparison.findings()))
                            .build());
            return ExitStatus.NOTHING_WRONG;
        }
        print("A", first);
        print("B", second);
        print("Root causes", comparison.causes());
        print("Findings", comparison.findings());
        return ExitStatus.NOTHING_WRONG;
    }

    private void print(String name, Investigation one) {
        terminal.line(
                "%s: %s, %s (%s)"
                        .formatted(
                                name,
                                HistoryCommand.time(one.startedAt()),
                                one.target().name(),
                                one.request().reason()));
    }

    private void print(String heading, List<Comparison.Pair> pairs) {
        terminal.line("");
        terminal.line(heading + (pairs.isEmpty() ? ": none in either" : ""));
        for (Comparison.Pair pair : pairs) {
            Comparison.Side shown = pair.after().or(pair::before).orElseThrow();
            terminal.line(
                    "  %-5s %s%s: %s"
                            .formatted(
                                    pair.change().word(),
                                    shown.type(),
                                    shown.subject().isEmpty() ? "" : " - " + shown.subject(),
                                    shown.text()));
        }
    }

    private static List<Data> data(List<Comparison.Pair> pairs) {
        return pairs.stream().map(HistoryCompareCommand::data).toList();
    }

    private static Data data(Comparison.Pair pair) {
        FieldsBuilder fields =
                Data.fields().put("change", pair.change().word()).put("type", pair.type());
        pair.before().ifPresent(side -> fields.put("before", data(side)));
        pair.after().ifPresent(side -> fields.put("after", data(side)));
        return fields.build();
    }

    private static Data data(Comparison.Side side) {
        return Data.fields()
                .put("subject", side.subject())
                .put("severity", side.severity().word())
                .put("text", side.text())
                .build();
    }
}
