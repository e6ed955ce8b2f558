package io.hotlens.app.cli;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.skill.SkillId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Runs a Lua script against the callbacks of a target.
@Command(
        name = "lua",
        description = "Run a Lua script against the callbacks of a target.",
        mixinStandardHelpOptions = true)
final class LuaCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--skill", paramLabel = "ID", description = "Only this skill's callbacks.")
    @Nullable String skill;

    @ArgGroup(exclusive = true, multiplicity = "1")
    Source source = new Source();

    /// A file or the code itself.
    static final class Source {
        @Parameters(paramLabel = "FILE", description = "The script.")
        @Nullable Path file;

        @Option(names = "-e", paramLabel = "CODE", description = "The script itself.")
        @Nullable String code;
    }

    LuaCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String code = code();
        try (Session session = sessions.open(target.address(), database.access())) {
            Optional<SkillId> chosen =
                    Optional.ofNullable(skill).map(text -> Skills.usable(session, text));
            return LuaResult.print(session.lua(chosen, code), terminal);
        }
    }

    private String code() {
        String given = source.code;
        if (given != null) {
            return given;
        }
        Path file = source.file;
        if (file == null) {
            throw new UsageException("give a FILE or -e CODE");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("the script " + file + " cannot be read");
        }
    }
}
