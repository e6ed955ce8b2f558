package io.hotlens.app.cli;

import io.hotlens.app.session.ModelAdmin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Keeps the key of a client.
@Command(
        name = "key",
        description = "Keep the key of a client; it is read from the terminal or standard input.",
        mixinStandardHelpOptions = true)
final class ModelsKeyCommand implements CommandRunner {

    private final ModelAdmin admin;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "A client of the settings.")
    String name = "";

    ModelsKeyCommand(ModelAdmin admin, Terminal terminal) {
        this.admin = admin;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String key = read().strip();
        if (key.isEmpty()) {
            throw new UsageException("there is no key on standard input");
        }
        terminal.line("The key of %s is kept in %s.".formatted(name, admin.keepKey(name, key)));
        return ExitStatus.NOTHING_WRONG;
    }

    private String read() {
        Optional<Console> console =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("Key of %s: ", name);
            return typed == null ? "" : new String(typed);
        }
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
