package io.hotlens.ui.shell;

import io.hotlens.ui.palette.PaletteView;
import io.hotlens.ui.palette.PaletteViewModel;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The frame: targets on the left, the selected one or the connect screen in the middle, news at
/// the foot, the palette and the list of keys above.
public final class MainView {

    /// A page of charts is some MB of nodes: these stay as they were left, of others a new one is
    /// made.
    private static final int KEPT = 4;

    private final ShellViewModel model;
    private final Screens parts;
    private final ModelNames models;
    private final Extras extras;
    private final BorderPane frame = new BorderPane();
    private final Overlay overlay = new Overlay();
    private final StackPane root;
    private final PaletteView palette;
    private final KeptViews<OpenTarget, TargetView> views = new KeptViews<>(KEPT);

    /// What stands in the middle of the frame.
    ///
    /// @param ofTarget makes the screens of a target, each when it is first shown
    public record Screens(
            Parent connect,
            Parent settings,
            Parent history,
            Function<OpenTarget, Function<ScreenId, Parent>> ofTarget) {}

    /// What lies over the frame.
    ///
    /// @param commands of the window
    /// @param keys of the screens
    public record Extras(PaletteViewModel palette, Commands commands, List<KeyTable> keys) {

        public Extras {
            keys = List.copyOf(keys);
        }
    }

    /// @param models for the choice of a run's model
    public MainView(
            ShellViewModel model, Screens parts, ModelNames models, Look look, Extras extras) {
        this.model = model;
        this.parts = parts;
        this.models = models;
        this.extras = extras;
        palette = new PaletteView(extras.palette());
        frame.getStyleClass().add("window");
        frame.setLeft(new Sidebar(model, look).node());
        frame.setBottom(new StatusBar(model).node());
        Node toasts = new ToastsView(model.toasts()).node();
        StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
        root = new StackPane(frame, toasts, overlay.node());
        overlay.whenHidden(() -> model.put(Over.NOTHING));
        model.selected().subscribe(_ -> show());
        model.settings().subscribe(_ -> show());
        model.history().subscribe(_ -> show());
        model.over().subscribe(this::lay);
        model.reasonsWanted().subscribe(_ -> focusReason());
        extras.palette()
                .open()
                .subscribe(
                        open -> {
                            if (!open && model.over().get() == Over.PALETTE) {
                                model.put(Over.NOTHING);
                            }
                        });
    }

    public Parent node() {
        return root;
    }

    /// Gives the scene the window's keys.
    public void bindKeys(Scene scene) {
        extras.commands().bind(scene);
    }

    private void lay(Over over) {
        switch (over) {
            case NOTHING -> {
                overlay.hide();
                extras.palette().close();
            }
            case PALETTE -> {
                extras.palette().begin();
                overlay.show(palette.node(), palette.field());
            }
            case KEYBOARD -> {
                extras.palette().close();
                var sheet = new KeyboardSheet(tables(), () -> model.put(Over.NOTHING));
                overlay.show(sheet.node(), sheet.close());
            }
        }
    }

    private List<KeyTable> tables() {
        Commands commands = extras.commands();
        var tables = new ArrayList<KeyTable>();
        tables.add(new KeyTable(Messages.text("keyboard.everywhere"), commands.actions()));
        tables.add(new KeyTable(Messages.text("keyboard.screens"), commands.screens()));
        tables.addAll(extras.keys());
        return tables;
    }

    private void focusReason() {
        Node reason = frame.getCenter() == null ? null : frame.getCenter().lookup("#reason");
        if (reason != null) {
            reason.requestFocus();
        }
    }

    private void show() {
        views.retain(model.targets());
        if (model.settings().get()) {
            frame.setCenter(parts.settings());
            parts.settings().requestFocus();
            return;
        }
        if (model.history().get()) {
            frame.setCenter(parts.history());
            return;
        }
        Optional<OpenTarget> selected = model.selected().get();
        frame.setCenter(
                selected.map(
                                target ->
                                        views.get(
                                                        target,
                                                        t ->
                                                                new TargetView(
                                                                        t,
                                                                        parts.ofTarget().apply(t),
                                                                        models,
                                                                        model::openSettings))
                                                .node())
                        .orElse(parts.connect()));
    }
}
