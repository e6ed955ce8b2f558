package io.hotlens.app.settings;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The operating system's key store through its own command: `secret-tool` (Linux) or `security`
/// (macOS). A store that is missing, locked or slow is as one without the key.
///
/// @param find the command whose output is the key; the account is put in for `ACCOUNT`
/// @param keep the command that stores what it reads, empty when it takes none
/// @param forget the command that takes the key out
record KeyStoreCommand(List<String> find, List<String> keep, List<String> forget) {

    /// Without a key store.
    static final KeyStoreCommand NONE = new KeyStoreCommand(List.of(), List.of(), List.of());

    private static final long SECONDS = 3;
    private static final String ACCOUNT = "ACCOUNT";

    /// @param system the operating system's name, as Java tells it
    static KeyStoreCommand of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return new KeyStoreCommand(
                    List.of("secret-tool", "lookup", "service", "hotlens", "account", ACCOUNT),
                    List.of(
                            "secret-tool",
                            "store",
                            "--label=Hotlens",
                            "service",
                            "hotlens",
                            "account",
                            ACCOUNT),
                    List.of("secret-tool", "clear", "service", "hotlens", "account", ACCOUNT));
        }
        if (name.startsWith("mac")) {
            return new KeyStoreCommand(
                    List.of(
                            "security",
                            "find-generic-password",
                            "-s",
                            "hotlens",
                            "-a",
                            ACCOUNT,
                            "-w"),
                    List.of(),
                    List.of("security", "delete-generic-password", "-s", "hotlens", "-a", ACCOUNT));
        }
        return NONE;
    }

    Optional<String> find(String account) {
        return run(find, account, "").map(String::strip).filter(key -> !key.isEmpty());
    }

    /// Whether the store has it now.
    boolean keep(String account, String key) {
        return run(keep, account, key).isPresent() && find(account).equals(Optional.of(key));
    }

    /// Takes the key out, where there is one.
    void forget(String account) {
        run(forget, account, "");
    }

    private static Optional<String> run(List<String> template, String account, String input) {
        if (template.isEmpty()) {
            return Optional.empty();
        }
        List<String> command =
                template.stream().map(word -> word.equals(ACCOUNT) ? account : word).toList();
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process));
            give(process, input);
            String told = output.get(SECONDS, TimeUnit.SECONDS);
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(told)
                    : Optional.empty();
        } catch (IOException | TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void give(Process process, String input) throws IOException {
        try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        }
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
