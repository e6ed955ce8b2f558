package io.hotlens.ui.shell;

import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Look;
import io.hotlens.ui.theme.Theme;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything the window can be told to do; the one table behind the keys, the palette and the list
/// of keys. Belongs to the JavaFX thread.
public final class Commands {

    private final ShellViewModel model;
    private final Look look;

    public Commands(ShellViewModel model, Look look) {
        this.model = model;
        this.look = look;
    }

    /// Those that lead to a screen of the selected target.
    public List<Command> screens() {
        var all = new ArrayList<Command>();
        for (ScreenId screen : ScreenId.values()) {
            KeyCode digit = KeyCode.getKeyCode(String.valueOf(all.size() + 1));
            all.add(
                    new Command(
                            "screen-" + screen.name(),
                            screen.title(),
                            digit == null ? List.of() : List.of(shortcut(digit)),
                            () -> model.show(screen)));
        }
        return all;
    }

    /// All others.
    public List<Command> actions() {
        var all = new ArrayList<Command>();
        all.add(
                command(
                        "palette",
                        "command.palette",
                        () -> model.put(Over.PALETTE),
                        shortcut(KeyCode.K)));
        all.add(
                command(
                        "investigate",
                        "command.investigate",
                        model::wantReason,
                        shortcut(KeyCode.I)));
        all.add(command("connect", "command.connect", model::connectAnother, shortcut(KeyCode.N)));
        all.add(command("history", "command.history", model::openHistory, shortcut(KeyCode.H)));
        all.add(
                command(
                        "settings",
                        "command.settings",
                        model::openSettings,
                        shortcut(KeyCode.COMMA)));
        all.add(command("undo", "command.undo", model.undo()::last, shortcut(KeyCode.Z)));
        all.add(
                command(
                        "zoom-in",
                        "command.zoom_in",
                        look::zoomIn,
                        shortcut(KeyCode.PLUS),
                        shortcut(KeyCode.EQUALS),
                        shortcut(KeyCode.ADD)));
        all.add(
                command(
                        "zoom-out",
                        "command.zoom_out",
                        look::zoomOut,
                        shortcut(KeyCode.MINUS),
                        shortcut(KeyCode.SUBTRACT)));
        all.add(
                command(
                        "zoom-usual",
                        "command.zoom_usual",
                        () -> look.zoom(100),
                        shortcut(KeyCode.DIGIT0)));
        all.add(
                command(
                        "keyboard",
                        "command.keyboard",
                        () -> model.put(Over.KEYBOARD),
                        new KeyCodeCombination(KeyCode.F1)));
        all.add(
                command(
                        "leave",
                        "command.leave",
                        model::back,
                        new KeyCodeCombination(KeyCode.ESCAPE)));
        for (Theme theme : Theme.values()) {
            all.add(
                    new Command(
                            "theme-" + theme.word(),
                            Messages.text("command.theme", theme.title()),
                            List.of(),
                            () -> look.choose(theme)));
        }
        all.add(
                command(
                        "theme-system",
                        "command.theme_system",
                        () -> look.choose(look.appearance().get().with(Optional.empty()))));
        return all;
    }

    /// Those that disconnect a target.
    public List<Command> closings() {
        return model.targets().stream()
                .map(
                        target ->
                                new Command(
                                        "close-" + target.model().info().name(),
                                        Messages.text(
                                                "command.close", target.model().info().name()),
                                        List.of(),
                                        () -> model.close(target)))
                .toList();
    }

    /// Makes the keys of the window do what the table says.
    public void bind(Scene scene) {
        Stream.concat(screens().stream(), actions().stream())
                .forEach(
                        command ->
                                command.keys()
                                        .forEach(
                                                keys ->
                                                        scene.getAccelerators()
                                                                .put(keys, command.action())));
    }

    private static Command command(String id, String key, Runnable action, KeyCombination... keys) {
        return new Command(id, Messages.text(key), List.of(keys), action);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
