package io.hotlens.ui;

import io.hotlens.app.insight.Insight;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.connect.ConnectViewModel;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;
import io.hotlens.ui.palette.PaletteItem;
import io.hotlens.ui.palette.PaletteItem.Kind;
import io.hotlens.ui.shell.Command;
import io.hotlens.ui.shell.Commands;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Everything the palette can find: what can be done, where one can go, and what was found on the
/// open targets. Belongs to the JavaFX thread.
///
/// @param screens of a target
record PaletteSources(
        ShellViewModel shell,
        ConnectViewModel connect,
        Commands commands,
        Function<OpenTarget, TargetScreens> screens) {

    List<PaletteItem> all() {
        var all = new ArrayList<PaletteItem>();
        commands.actions().stream()
                .filter(command -> !command.id().equals("palette"))
                .forEach(command -> all.add(item(Kind.COMMAND, command)));
        commands.closings().forEach(command -> all.add(item(Kind.COMMAND, command)));
        Optional<OpenTarget> selected = shell.selected().get();
        if (selected.isPresent()) {
            commands.screens().forEach(command -> all.add(item(Kind.SCREEN, command)));
        }
        shell.targets().forEach(target -> all.add(target(target)));
        connect.known().stream()
                .filter(process -> process.attachable().isEmpty())
                .forEach(process -> all.add(jvm(process)));
        selected.ifPresent(target -> skills(target, all));
        shell.targets().forEach(target -> found(target, all));
        return all;
    }

    private static PaletteItem item(Kind kind, Command command) {
        return PaletteItem.named(kind, command.id(), command.does(), "", command.action())
                .withKeys(
                        command.keys().isEmpty() ? "" : command.keys().getFirst().getDisplayText());
    }

    private PaletteItem target(OpenTarget target) {
        String name = target.model().info().name();
        return PaletteItem.named(
                Kind.TARGET,
                "target-" + name,
                name,
                target.model().info().address().toString(),
                () -> shell.select(target));
    }

    private PaletteItem jvm(JvmProcess process) {
        String pid = Messages.text("connect.pid", String.valueOf(process.pid()));
        return PaletteItem.named(
                Kind.JVM,
                "",
                process.name().isBlank() ? process.mainClass() : process.name(),
                process.arguments().isBlank()
                        ? pid
                        : Messages.text("palette.at", pid, process.arguments()),
                () -> {
                    shell.connectAnother();
                    connect.connect(process);
                });
    }

    private void skills(OpenTarget target, List<PaletteItem> all) {
        for (Skill skill : target.model().skills()) {
            for (Callback callback : skill.callbacks()) {
                all.add(
                        PaletteItem.named(
                                Kind.CALLBACK,
                                "callback-" + callback.name(),
                                callback.signature(),
                                skill.title(),
                                () -> screens.apply(target).insert(callback)));
            }
            if (skill.playbook().isPresent()) {
                all.add(
                        PaletteItem.named(
                                Kind.PLAYBOOK,
                                "playbook-" + skill.id(),
                                skill.title(),
                                ":playbook " + skill.id(),
                                () -> screens.apply(target).runPlaybook(skill.id())));
            }
        }
    }

    private void found(OpenTarget target, List<PaletteItem> all) {
        for (Insight insight : target.model().findings().insights()) {
            all.add(
                    PaletteItem.found(
                            Kind.INSIGHT,
                            insight.summary(),
                            target.model().info().name(),
                            () -> lower(insight.summary() + "\n" + insight.recommendation()),
                            () -> screens.apply(target).open(insight)));
        }
        for (FoundItem item : target.model().findings().items()) {
            all.add(
                    PaletteItem.found(
                            Kind.NOTIFICATION,
                            item.notification().observation(),
                            target.model().info().name(),
                            item::searchText,
                            () -> screens.apply(target).open(item.notification().id())));
        }
        for (Run run : target.model().runs()) {
            for (StepGroup group : run.groups()) {
                group.lines().forEach(line -> all.add(step(target, run, group, line)));
            }
        }
    }

    private PaletteItem step(OpenTarget target, Run run, StepGroup group, StepLine line) {
        return PaletteItem.found(
                Kind.STEP,
                line.words(),
                Messages.text("palette.at", group.title(), Formats.clock(line.at())),
                () -> lower(group.title() + "\n" + line.words()),
                () -> screens.apply(target).open(run, line));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
