package io.hotlens.app.cli;

import io.hotlens.app.session.SessionFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Watches one target without a window.
@Command(
        name = "watch",
        description = {
            "Watch a JVM until it or this command is ended: learn what is normal of it,",
            "investigate what leaves it, and print each notification and insight as it comes."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    @Option(names = "--no-history", description = "Keep no investigation in the history.")
    boolean noHistory;

    WatchCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Watcher(sessions, terminal, new Keeping(!noHistory), json)
                .watch(target.address(), database.access());
    }
}
