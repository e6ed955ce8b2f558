package io.hotlens.app.cli;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.JvmProcess;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The JVMs of this host.
@Command(
        name = "list",
        description = "List the JVMs of this host.",
        mixinStandardHelpOptions = true)
final class ListCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Option(names = "--json", description = "Print one JSON array.")
    boolean json;

    ListCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<JvmProcess> found =
                sessions.localJvms().stream().filter(process -> !process.self()).toList();
        if (json) {
            terminal.json(Data.items(found.stream().map(ListCommand::describe).toList()));
            return ExitStatus.NOTHING_WRONG;
        }
        if (found.isEmpty()) {
            terminal.line("No JVM runs on this host that this user may see.");
        }
        Instant now = Instant.now();
        for (JvmProcess process : found) {
            terminal.line(
                    "%8d  %-12s %-10s %8s  %s %s"
                            .formatted(
                                    process.pid(),
                                    process.version().isEmpty() ? "?" : process.version(),
                                    process.user(),
                                    uptime(Duration.between(process.startedAt(), now)),
                                    process.name(),
                                    process.attachable().isEmpty()
                                            ? ""
                                            : "(" + process.attachable() + ")"));
        }
        return ExitStatus.NOTHING_WRONG;
    }

    private static Data describe(JvmProcess process) {
        return Data.fields()
                .put("pid", (double) process.pid())
                .put("name", process.name())
                .put("main_class", process.mainClass())
                .put("version", process.version())
                .put("user", process.user())
                .putTime("started_at", process.startedAt())
                .put("container", process.container())
                .put("attachable", process.attachable().isEmpty())
                .put("why_not", process.attachable())
                .build();
    }

    static String uptime(Duration up) {
        if (up.toDays() > 0) {
            return up.toDays() + "d " + up.toHoursPart() + "h";
        }
        return up.toHours() > 0
                ? up.toHours() + "h " + up.toMinutesPart() + "m"
                : up.toMinutes() + "m " + up.toSecondsPart() + "s";
    }
}
