package io.hotlens.app.cli;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.session.SkillView;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.skill.Callback;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// The skills there are, and which of them work on a target.
@Command(
        name = "skills",
        description = "List the skills, whether each works on a target, and why not.",
        mixinStandardHelpOptions = true)
final class SkillsCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();

    @Option(names = "--json", description = "Print one JSON array.")
    boolean json;

    SkillsCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = sessions.open(target.address())) {
            List<SkillView> views = session.skills();
            if (json) {
                terminal.json(Data.items(views.stream().map(SkillsCommand::describe).toList()));
            } else {
                views.forEach(view -> terminal.line(line(view)));
            }
            return ExitStatus.NOTHING_WRONG;
        }
    }

    private static String line(SkillView view) {
        return "%-12s %-12s %s"
                .formatted(
                        view.skill().id(),
                        view.unusable().isEmpty() ? "usable" : "not usable",
                        view.unusable().orElse(view.skill().description()));
    }

    private static Data describe(SkillView view) {
        FieldsBuilder fields =
                Data.fields()
                        .put("id", view.skill().id().value())
                        .put("title", view.skill().title())
                        .put("description", view.skill().description())
                        .put("usable", view.unusable().isEmpty())
                        .put(
                                "callbacks",
                                view.skill().callbacks().stream()
                                        .map(Callback::signature)
                                        .map(Data::of)
                                        .toList());
        view.unusable().ifPresent(why -> fields.put("why_not", why));
        return fields.build();
    }
}
