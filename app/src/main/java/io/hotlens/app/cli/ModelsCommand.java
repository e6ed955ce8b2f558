package io.hotlens.app.cli;

import io.hotlens.app.session.ModelAdmin;

import picocli.CommandLine.Command;

/// The models that can be asked.
@Command(
        name = "models",
        description = "List, test and unlock the models that can be asked.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements CommandRunner {

    private final ModelAdmin admin;
    private final Terminal terminal;

    ModelsCommand(ModelAdmin admin, Terminal terminal) {
        this.admin = admin;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.line("rules: built in, no network");
        for (ModelAdmin.View view : admin.clients()) {
            terminal.line(
                    "%s: %s at %s, %s%s"
                            .formatted(
                                    view.name(),
                                    view.model(),
                                    view.baseUrl(),
                                    view.keyFound() ? "key found" : "no key",
                                    view.parts().isEmpty()
                                            ? ""
                                            : ", plays " + String.join(", ", view.parts())));
        }
        if (admin.clients().isEmpty()) {
            terminal.line("Name others in " + admin.settingsPath());
        }
        return ExitStatus.NOTHING_WRONG;
    }
}
