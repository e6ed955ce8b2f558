package io.hotlens.ui.console;

import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.ui.text.Messages;

import java.util.List;

/// What every script has beside the callbacks.
final class Builtins {

    static final List<Callback> ALL =
            List.of(
                    Callback.of("finding", Messages.text("console.finding"), "nothing", "Hotlens")
                            .with(Parameter.text("fields", Messages.text("console.fields"))),
                    Callback.of("print", Messages.text("console.print"), "nothing", "Hotlens")
                            .with(Parameter.text("values", Messages.text("console.values"))));

    private Builtins() {}
}
