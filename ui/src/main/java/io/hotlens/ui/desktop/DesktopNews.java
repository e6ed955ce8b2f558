package io.hotlens.ui.desktop;

import io.hotlens.app.access.Redactor;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Shows news by the tool that the operating system has for it, which needs no tray: `notify-send`,
/// `osascript` or PowerShell. Texts are handed over as arguments or variables, never as part of a
/// script, and without secrets.
public final class DesktopNews {

    private static final System.Logger LOG = System.getLogger(DesktopNews.class.getName());
    private static final int DEADLINE_S = 10;
    private static final int LONGEST = 300;
    private static final String TITLE = "HOTLENS_TITLE";
    private static final String TEXT = "HOTLENS_TEXT";
    private static final String APPLE_SCRIPT =
            """
            on run argv
            display notification (item 2 of argv) with title (item 1 of argv)
            end run\
            """;
    private static final String POWER_SHELL =
            """
            $ns = 'Windows.UI.Notifications'
            [void][Windows.UI.Notifications.ToastNotificationManager,$ns,ContentType=WindowsRuntime]
            $kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
            $toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
            $lines = $toast.GetElementsByTagName('text')
            [void]$lines.Item(0).AppendChild($toast.CreateTextNode($env:HOTLENS_TITLE))
            [void]$lines.Item(1).AppendChild($toast.CreateTextNode($env:HOTLENS_TEXT))
            $app = 'Hotlens'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($toast)
            """;

    private enum Tool {
        NOTIFY_SEND("notify-send"),
        OSASCRIPT("osascript"),
        POWERSHELL("powershell.exe");

        private final String program;

        Tool(String program) {
            this.program = program;
        }

        /// @param os lower-case name of the operating system
        static Tool of(String os) {
            return os.contains("mac") ? OSASCRIPT : os.contains("win") ? POWERSHELL : NOTIFY_SEND;
        }
    }

    private final Tool tool;
    private final Optional<Path> program;
    private final Executor background;

    private DesktopNews(Tool tool, Optional<Path> program, Executor background) {
        this.tool = tool;
        this.program = program;
        this.background = background;
    }

    /// The operating system's of this process.
    ///
    /// @param background where the tool is waited for
    public static DesktopNews ofSystem(Executor background) {
        return of(System.getProperty("os.name", ""), System.getenv(), background);
    }

    static DesktopNews of(String os, Map<String, String> environment, Executor background) {
        Tool tool = Tool.of(os.toLowerCase(Locale.ROOT));
        return new DesktopNews(tool, find(tool.program, environment), background);
    }

    private static Optional<Path> find(String program, Map<String, String> environment) {
        String path =
                environment.entrySet().stream()
                        .filter(one -> one.getKey().equalsIgnoreCase("PATH"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        return List.of(path.split(java.io.File.pathSeparator)).stream()
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The name of the tool that is missing; empty when it is there.
    public Optional<String> missing() {
        return program.isPresent() ? Optional.empty() : Optional.of(tool.program);
    }

    /// Shows it, without secrets; that it cannot be shown is logged only.
    public void tell(String title, String text) {
        program.ifPresent(
                path -> background.execute(() -> run(path, shortened(title), shortened(text))));
    }

    private static String shortened(String text) {
        String clean = Redactor.usual().redact(text).strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 2) + " …";
    }

    private void run(Path path, String title, String text) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(path, title, text));
            builder.environment().putAll(Map.of(TITLE, title, TEXT, text));
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(DEADLINE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.log(Level.WARNING, () -> path + " did not end within " + DEADLINE_S + " s");
            } else if (process.exitValue() != 0) {
                LOG.log(Level.WARNING, () -> path + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "cannot run " + path, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(Path path, String title, String text) {
        var command = new ArrayList<>(List.of(path.toString()));
        switch (tool) {
            case NOTIFY_SEND ->
                    command.addAll(
                            List.of("--app-name=Hotlens", "--urgency=critical", "--", title, text));
            case OSASCRIPT -> command.addAll(List.of("-e", APPLE_SCRIPT, title, text));
            case POWERSHELL ->
                    command.addAll(
                            List.of("-NoProfile", "-NonInteractive", "-Command", POWER_SHELL));
        }
        return command;
    }
}
