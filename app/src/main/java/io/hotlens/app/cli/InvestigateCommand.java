package io.hotlens.app.cli;

import io.hotlens.app.session.SessionFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;

/// Investigates one target and tells the cause.
@Command(
        name = "investigate",
        description = "Investigate a JVM and tell the root cause.",
        mixinStandardHelpOptions = true)
final class InvestigateCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();
    @Mixin DatabaseOptions database = new DatabaseOptions();
    @Mixin RunOptions run = new RunOptions();

    InvestigateCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (run.reason.isBlank()) {
            throw new UsageException(
                    "say why with --reason, such as --reason \"requests hang since noon\"");
        }
        return new Investigator(sessions, terminal, run.telemetry(), run.keeping())
                .investigate(
                        target.address(),
                        database.access(),
                        run.request(List.of()),
                        run.questions(),
                        run.json);
    }
}
