package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The usage of models as lines `{"at", "calls", "input_tokens", "output_tokens", "usd"}`. A line
/// that is not whole is passed over; a file that cannot be written is told once and costs no run.
public final class LedgerFile {

    private static final Logger LOG = System.getLogger(LedgerFile.class.getName());

    private final Optional<Path> path;
    private volatile boolean broken;

    private LedgerFile(Optional<Path> path) {
        this.path = path;
    }

    /// @param path made with its folders when something is first used
    public static LedgerFile at(Path path) {
        return new LedgerFile(Optional.of(path));
    }

    /// Nowhere: forgotten with this process.
    public static LedgerFile none() {
        return new LedgerFile(Optional.empty());
    }

    /// The entries since a time; drops the older ones from the file.
    List<Ledger.Entry> read(Instant from) {
        if (path.isEmpty() || !Files.exists(path.get())) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(path.get());
            List<Ledger.Entry> recent =
                    lines.stream()
                            .flatMap(line -> entry(line).stream())
                            .filter(entry -> entry.at().isAfter(from))
                            .toList();
            if (recent.size() < lines.size()) {
                Files.write(path.get(), recent.stream().map(LedgerFile::line).toList());
            }
            return recent;
        } catch (IOException e) {
            tell(e);
            return List.of();
        }
    }

    void append(Ledger.Entry entry) {
        if (path.isEmpty() || broken) {
            return;
        }
        Path file = path.get().toAbsolutePath();
        String line = line(entry) + "\n";
        try {
            append(file, line);
        } catch (NoSuchFileException _) {
            appendInNewFolder(file, line);
        } catch (IOException e) {
            tell(e);
        }
    }

    private void appendInNewFolder(Path file, String line) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            append(file, line);
        } catch (IOException e) {
            tell(e);
        }
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void tell(IOException e) {
        broken = true;
        LOG.log(
                Level.WARNING,
                "what models cost is not kept beyond this process: {0} cannot be used ({1})",
                path.orElseThrow(),
                e.getMessage());
    }

    private static String line(Ledger.Entry entry) {
        Usage usage = entry.usage();
        return Json.write(
                Data.fields()
                        .put("at", entry.at().toString())
                        .put("calls", (double) usage.calls())
                        .put("input_tokens", (double) usage.inputTokens())
                        .put("output_tokens", (double) usage.outputTokens())
                        .put("usd", usage.money())
                        .build());
    }

    private static Optional<Ledger.Entry> entry(String line) {
        try {
            if (!(Json.parse(line) instanceof Data.Fields fields)) {
                return Optional.empty();
            }
            return fields.text("at")
                    .map(Instant::parse)
                    .map(
                            at ->
                                    new Ledger.Entry(
                                            at,
                                            new Usage(
                                                    whole(fields, "calls"),
                                                    whole(fields, "input_tokens"),
                                                    whole(fields, "output_tokens"),
                                                    fields.number("usd").orElse(0.0))));
        } catch (IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static long whole(Data.Fields fields, String name) {
        return fields.number(name).orElse(0.0).longValue();
    }
}
