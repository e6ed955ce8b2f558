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
    private final Parent history;
    private final Function<OpenTarget, Function<ScreenId, Parent>> screens;
    private final ModelNames models;
    private final BorderPane root = new BorderPane();
    private final Map<OpenTarget, TargetView> views = new HashMap<>();

    /// What stands in the middle of the frame.
    ///
    /// @param ofTarget makes the screens of a target, each when it is first shown
    public record Screens(
            Parent connect,
            Parent settings,
            Parent history,
            Function<OpenTarget, Function<ScreenId, Parent>> ofTarget) {}

    /// @param models for the choice of a run's model
    public MainView(ShellViewModel model, Screens parts, ModelNames models, Look look) {
        this.model = model;
        this.connect = parts.connect();
        this.settings = parts.settings();
        this.history = parts.history();
        this.screens = parts.ofTarget();
        this.models = models;
        root.getStyleClass().add("window");
        root.setLeft(new Sidebar(model, look).node());
        root.setBottom(new StatusBar(model).node());
        model.selected().subscribe(_ -> show());
        model.settings().subscribe(_ -> show());
        model.history().subscribe(_ -> show());
    }

    public Parent node() {
        return root;
    }

    /// Gives the scene the window's keys: Ctrl (or Cmd) with 1 to 9 for the screens, with N for
    /// another target, with H for the history; Esc leaves the settings and the history.
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
        accelerators.put(new KeyCodeCombination(KeyCode.ESCAPE), model::back);
        accelerators.put(
                new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
                model::connectAnother);
        accelerators.put(
                new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN),
                model::openHistory);
    }

    private void show() {
        views.keySet().retainAll(model.targets());
        if (model.settings().get()) {
            root.setCenter(settings);
            settings.requestFocus();
            return;
        }
        if (model.history().get()) {
            root.setCenter(history);
            return;
        }
        Optional<OpenTarget> selected = model.selected().get();
        root.setCenter(
                selected.map(
                                target ->
                                        views.computeIfAbsent(
                                                        target,
                                                        t ->
                                                                new TargetView(
                                                                        t,
                                                                        screens.apply(t),
                                                                        models,
                                                                        model::openSettings))
                                                .node())
                        .orElse(connect));
    }
}
