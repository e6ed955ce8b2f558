package io.hotlens.app.cli;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.session.SkillView;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// Reads the metrics of one skill, or of all, once.
@Command(
        name = "snapshot",
        description = "Read the metrics of one skill, or of all, once.",
        mixinStandardHelpOptions = true)
final class SnapshotCommand implements CommandRunner {

    private final SessionFactory sessions;
    private final Terminal terminal;

    @Mixin TargetOptions target = new TargetOptions();
    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--skill", paramLabel = "ID", description = "Only this skill.")
    @Nullable String skill;

    @Option(names = "--json", description = "Print one JSON array.")
    boolean json;

    SnapshotCommand(SessionFactory sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = sessions.open(target.address(), database.access())) {
            List<Snapshot> snapshots = wanted(session).stream().map(session::snapshot).toList();
            if (json) {
                terminal.json(Data.items(snapshots.stream().map(Snapshot::toData).toList()));
            } else {
                snapshots.forEach(this::print);
            }
            return ExitStatus.NOTHING_WRONG;
        }
    }

    private List<SkillId> wanted(Session session) {
        String chosen = skill;
        if (chosen != null) {
            return List.of(Skills.usable(session, chosen));
        }
        return session.skills().stream()
                .filter(view -> view.unusable().isEmpty() && !view.skill().metrics().isEmpty())
                .map(SkillView::skill)
                .map(one -> one.id())
                .toList();
    }

    private void print(Snapshot snapshot) {
        terminal.line(snapshot.skill() + " at " + snapshot.capturedAt());
        snapshot.readings()
                .forEach(
                        (metric, reading) ->
                                terminal.line(
                                        "  %-26s %s"
                                                .formatted(
                                                        metric.name(),
                                                        switch (reading) {
                                                            case Reading.Known(double value) ->
                                                                    "%.2f %s"
                                                                            .formatted(
                                                                                    value,
                                                                                    metric.unit()
                                                                                            .symbol());
                                                            case Reading.Unavailable(String why) ->
                                                                    "- (" + why + ")";
                                                        })));
    }
}
