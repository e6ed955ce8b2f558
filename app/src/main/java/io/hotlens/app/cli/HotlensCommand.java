package io.hotlens.app.cli;

import io.hotlens.app.session.ModelAdmin;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.StoreException;
import io.hotlens.skills.target.TargetException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `hotlens`: without a subcommand it opens the window.
@Command(
        name = "hotlens",
        description = "Tells why a running JVM is slow, leaking or stuck.",
        mixinStandardHelpOptions = true,
        version = "hotlens 0.1.0",
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit status%n",
        exitCodeList = {
            "0:nothing wrong",
            "1:warning",
            "2:critical",
            "3:investigation incomplete",
            "64:bad usage",
            "69:target cannot be reached",
            "70:our fault"
        })
public final class HotlensCommand implements CommandRunner {

    private final Window window;

    private HotlensCommand(Window window) {
        this.window = window;
    }

    /// Runs one command line and returns the exit status.
    ///
    /// @param out for results
    /// @param err for progress and for what went wrong
    public static int run(
            List<String> arguments,
            SessionFactory sessions,
            Window window,
            PrintWriter out,
            PrintWriter err) {
        var terminal = new Terminal(out, err);
        CommandLine line =
                new CommandLine(new HotlensCommand(window))
                        .addSubcommand(new ListCommand(sessions, terminal))
                        .addSubcommand(new InvestigateCommand(sessions, terminal))
                        .addSubcommand(new WatchCommand(sessions, terminal))
                        .addSubcommand(new SnapshotCommand(sessions, terminal))
                        .addSubcommand(new SkillsCommand(sessions, terminal))
                        .addSubcommand(new LuaCommand(sessions, terminal))
                        .addSubcommand(new PlaybookCommand(sessions, terminal))
                        .addSubcommand(models(sessions.models(), terminal))
                        .addSubcommand(history(sessions.history(), terminal))
                        .addSubcommand(new ReportCommand(sessions.history(), terminal))
                        .addSubcommand(new DoctorCommand(sessions, terminal))
                        .addSubcommand(new DemoCommand(sessions, terminal, window))
                        .setOut(out)
                        .setErr(err)
                        .setParameterExceptionHandler(
                                (e, _) -> {
                                    err.println(e.getMessage());
                                    err.println(
                                            "Try: "
                                                    + e.getCommandLine()
                                                            .getCommandSpec()
                                                            .qualifiedName()
                                                    + " --help");
                                    return ExitStatus.USAGE;
                                })
                        .setExecutionExceptionHandler((e, _, _) -> failed(e, err));
        try {
            return line.execute(arguments.toArray(String[]::new));
        } finally {
            sessions.history().close();
        }
    }

    private static CommandLine history(HistoryKeeper history, Terminal terminal) {
        return new CommandLine(new HistoryCommand(history, terminal))
                .addSubcommand(new HistoryShowCommand(history, terminal))
                .addSubcommand(new HistoryCompareCommand(history, terminal));
    }

    private static CommandLine models(ModelAdmin admin, Terminal terminal) {
        return new CommandLine(new ModelsCommand(admin, terminal))
                .addSubcommand(new ModelsTestCommand(admin, terminal))
                .addSubcommand(new ModelsKeyCommand(admin, terminal));
    }

    private static int failed(Exception e, PrintWriter err) {
        return switch (e) {
            case UsageException usage -> {
                err.println(usage.getMessage());
                yield ExitStatus.USAGE;
            }
            case SettingsException settings -> {
                err.println(settings.getMessage());
                yield ExitStatus.USAGE;
            }
            case StoreException store -> {
                err.println(store.getMessage());
                yield ExitStatus.USAGE;
            }
            case TargetException target -> {
                err.println(target.getMessage());
                yield ExitStatus.UNREACHABLE;
            }
            default -> {
                err.println(
                        "Something went wrong inside Hotlens: "
                                + e
                                + ". This is a bug; please report it with the lines below.");
                e.printStackTrace(err);
                yield ExitStatus.OUR_FAULT;
            }
        };
    }

    @Override
    public Integer call() {
        return window.open(OptionalLong.empty(), Optional.empty());
    }
}
