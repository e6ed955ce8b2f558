package io.hotlens.ui.shell;

import io.hotlens.ui.theme.Look;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The frame: targets on the left, the selected one or the connect screen in the middle.
public final class MainView {

    private final ShellViewModel model;
    private final Parent connect;
    private final Parent settings;
    private final Function<OpenTarget, Function<ScreenId, Parent>> screens;
    private final BorderPane root = new BorderPane();
    private final Map<OpenTarget, TargetView> views = new HashMap<>();

    /// @param settings the settings screen
    /// @param screens makes the screens of a target, each when it is first shown
    public MainView(
            ShellViewModel model,
            Parent connect,
            Parent settings,
            Function<OpenTarget, Function<ScreenId, Parent>> screens,
            Look look) {
        this.model = model;
        this.connect = connect;
        this.settings = settings;
        this.screens = screens;
        root.getStyleClass().add("window");
        root.setLeft(new Sidebar(model, look).node());
        root.setBottom(new StatusBar(model).node());
        model.selected().subscribe(_ -> show());
        model.settings().subscribe(_ -> show());
    }

    public Parent node() {
        return root;
    }

    /// Gives the scene the window's keys: Ctrl (or Cmd) with 1 to 9 for the screens, with N for
    /// another target.
    public void bindKeys(Scene scene) {
        var accelerators = scene.getAccelerators();
        int number = 0;
        for (ScreenId screen : ScreenId.values()) {
            number++;
            KeyCode digit = KeyCode.getKeyCode(String.valueOf(number));
            accelerators.put(
                    new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                    () -> model.show(screen));
        }
        accelerators.put(
                new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
                model::connectAnother);
    }

    private void show() {
        views.keySet().retainAll(model.targets());
        if (model.settings().get()) {
            root.setCenter(settings);
            settings.requestFocus();
            return;
        }
        Optional<OpenTarget> selected = model.selected().get();
        root.setCenter(
                selected.map(
                                target ->
                                        views.computeIfAbsent(
                                                        target,
                                                        t -> new TargetView(t, screens.apply(t)))
                                                .node())
                        .orElse(connect));
    }
}
