package io.hotlens.app.cli;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.target.Check;
import io.hotlens.skills.target.Diagnosis;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says whether a target can be reached, why not, and what to do.
@Command(
        name = "doctor",
        description = "Say whether a target can be reached, why not, and what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();

    DoctorCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = sessions.diagnose(target.address());
        for (Check check : diagnosis.checks()) {
            terminal.line(
                    "%s %-22s %s"
                            .formatted(
                                    check.ok() ? "ok  " : "FAIL", check.name(), check.finding()));
            if (!check.fix().isEmpty()) {
                terminal.line("     -> " + check.fix());
            }
        }
        terminal.line(diagnosis.sentence());
        return diagnosis.reachable() ? ExitStatus.NOTHING_WRONG : ExitStatus.UNREACHABLE;
    }
}
