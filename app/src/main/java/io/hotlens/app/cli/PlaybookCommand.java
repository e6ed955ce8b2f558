package io.hotlens.app.cli;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.skill.SkillId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.OptionalLong;

/// Runs one skill's playbook by hand.
@Command(
        name = "playbook",
        description = "Run one skill's playbook; it is run again while it asks to look again.",
        mixinStandardHelpOptions = true)
final class PlaybookCommand implements CommandRunner {

    private static final int LOOKS = 7;

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The skill, such as gc.")
    String skill = "";

    PlaybookCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = sessions.open(target.address(), database.access())) {
            SkillId id = Skills.usable(session, skill);
            LuaOutcome outcome = session.playbook(id);
            for (int look = 1; look < LOOKS && wantsAnother(outcome).isPresent(); look++) {
                long pause = wantsAnother(outcome).getAsLong();
                terminal.progress("%s looks again in %.1f s".formatted(id, pause / 1000.0));
                Thread.sleep(pause);
                outcome = session.playbook(id);
            }
            if (outcome.findings().isEmpty()) {
                terminal.progress(id + " found nothing");
            }
            return LuaResult.print(outcome, terminal);
        }
    }

    private static OptionalLong wantsAnother(LuaOutcome outcome) {
        return switch (outcome) {
            case LuaOutcome.Value value -> value.lookAgainMs();
            case LuaOutcome.Failure _ -> OptionalLong.empty();
        };
    }
}
