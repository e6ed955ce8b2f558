package io.hotlens.app.cli;

import io.hotlens.app.demo.DemoProcess;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.target.JvmAddress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Starts a sick JVM of ours and opens or investigates it.
@Command(
        name = "demo",
        description = "Start a sick demo JVM and open it, or investigate it with --headless.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;
    private final Window window;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Which one; without a name they are listed.")
    @Nullable String name;

    @Option(names = "--headless", description = "Investigate at once, without a window.")
    boolean headless;

    @Mixin RunOptions run = new RunOptions();

    DemoCommand(SessionFactory sessions, Terminal terminal, Window window) {
        this.sessions = sessions;
        this.terminal = terminal;
        this.window = window;
    }

    /// What falls ill later is left to the monitor.
    private int watch(DemoProcess process) throws InterruptedException {
        return headless
                ? new Watcher(sessions, terminal, run.keeping(), run.json)
                        .watch(new JvmAddress.LocalProcess(process.pid()), Optional.empty())
                : window.open(OptionalLong.of(process.pid()), Optional.empty());
    }

    @Override
    public Integer call() throws InterruptedException {
        String title = name;
        if (title == null) {
            for (Demo demo : Demo.values()) {
                terminal.line("%-16s %s".formatted(demo.title(), demo.meaning()));
            }
            return ExitStatus.NOTHING_WRONG;
        }
        Demo demo =
                Demo.named(title)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "there is no demo '%s'; there are %s"
                                                        .formatted(title, Demo.titles())));
        try (DemoProcess process = DemoProcess.start(demo)) {
            if (!demo.atOnce()) {
                return watch(process);
            }
            String reason = "a demo: " + demo.title();
            return headless
                    ? new Investigator(sessions, terminal, run.telemetry(), run.keeping())
                            .investigate(
                                    new JvmAddress.LocalProcess(process.pid()),
                                    Optional.empty(),
                                    run.request(List.of(reason)),
                                    run.questions(),
                                    run.json)
                    : window.open(OptionalLong.of(process.pid()), Optional.of(reason));
        }
    }
}
