package io.hotlens.ui.shell;

import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Look;
import io.hotlens.ui.theme.Theme;

import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// The open targets, each with its state, its name and how much is unread.
final class Sidebar {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ShellViewModel model;
    private final VBox targets = new VBox(2);
    private final VBox root;

    Sidebar(ShellViewModel model, Look look) {
        this.model = model;
        var connect = new Button(Messages.text("sidebar.connect"), new FontIcon(Feather.PLUS));
        connect.setId("connect-another");
        connect.getStyleClass().addAll("flat", "side-item");
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.setOnAction(_ -> model.connectAnother());
        Runnable mark =
                () ->
                        connect.pseudoClassStateChanged(
                                SELECTED, model.selected().get().isEmpty() && model.isBare());
        model.selected().subscribe(mark);
        model.settings().subscribe(mark);
        model.history().subscribe(mark);
        mark.run();
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        root =
                new VBox(
                        8,
                        Words.label(Messages.text("sidebar.targets"), "side-title"),
                        targets,
                        connect,
                        gap,
                        historyButton(),
                        searchButton(),
                        settingsButton(),
                        themeButton(look));
        root.getStyleClass().add("sidebar");
        model.targets().addListener((Observable _) -> show());
        show();
    }

    Parent node() {
        return root;
    }

    private Button searchButton() {
        var button = new Button(Messages.text("sidebar.search"), new FontIcon(Feather.SEARCH));
        button.setId("open-palette");
        button.getStyleClass().addAll("flat", "side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.put(Over.PALETTE));
        return button;
    }

    private Button settingsButton() {
        var button = new Button(Messages.text("sidebar.settings"), new FontIcon(Feather.SETTINGS));
        button.setId("open-settings");
        button.getStyleClass().addAll("flat", "side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.openSettings());
        model.settings().subscribe(now -> button.pseudoClassStateChanged(SELECTED, now));
        return button;
    }

    private Button historyButton() {
        var button = new Button(Messages.text("sidebar.history"), new FontIcon(Feather.CLOCK));
        button.setId("open-history");
        button.getStyleClass().addAll("flat", "side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.openHistory());
        Runnable mark =
                () ->
                        button.pseudoClassStateChanged(
                                SELECTED, model.history().get() && !model.settings().get());
        model.history().subscribe(mark);
        model.settings().subscribe(mark);
        mark.run();
        return button;
    }

    private static Button themeButton(Look look) {
        var button = new Button();
        button.setId("switch-theme");
        button.getStyleClass().addAll("flat", "side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> look.choose(look.theme().get().next()));
        look.theme()
                .subscribe(
                        theme -> {
                            button.setText(theme.title());
                            button.setAccessibleText(Messages.text("sidebar.theme", theme.title()));
                            button.setGraphic(new FontIcon(icon(theme)));
                        });
        return button;
    }

    private static Feather icon(Theme theme) {
        return switch (theme) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case HIGH_CONTRAST -> Feather.EYE;
        };
    }

    private void show() {
        targets.getChildren().setAll(model.targets().stream().map(this::entry).toList());
        Words.shown(targets, !model.targets().isEmpty());
    }

    private Button entry(OpenTarget target) {
        var mark = new SVGPath();
        var name = new Label(target.model().info().name());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label unread = Words.label("", "badge");
        unread.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, mark, name, unread);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.getStyleClass().addAll("flat", "side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.select(target));
        button.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.MIDDLE) {
                        model.close(target);
                    }
                });
        var close = new MenuItem(Messages.text("sidebar.close"));
        close.setOnAction(_ -> model.close(target));
        button.setContextMenu(new ContextMenu(close));
        follow(target, button, mark, unread);
        return button;
    }

    private void follow(OpenTarget target, Button button, SVGPath mark, Label unread) {
        var findings = target.model().findings();
        Hint hint = Hint.on(button);
        Runnable repaint =
                () -> {
                    Mark shown = mark(target);
                    shown.show(mark);
                    int count = findings.unread().get();
                    Words.shown(unread, count > 0).setText(String.valueOf(count));
                    String words =
                            Messages.text(
                                    "sidebar.entry",
                                    target.model().info().name(),
                                    shown.word(),
                                    count);
                    button.setAccessibleText(words);
                    hint.say(words);
                };
        findings.unread().subscribe(repaint);
        findings.worst().subscribe(repaint);
        target.model().connection().subscribe(repaint);
        repaint.run();
        Runnable select =
                () ->
                        button.pseudoClassStateChanged(
                                SELECTED,
                                model.isBare()
                                        && model.selected().get().equals(Optional.of(target)));
        model.selected().subscribe(select);
        model.settings().subscribe(select);
        model.history().subscribe(select);
        select.run();
    }

    /// The connection when it is not there, else the worst of what is not resolved.
    private static Mark mark(OpenTarget target) {
        var state = target.model().connection().get();
        return state.isConnected()
                ? target.model().findings().worst().get().map(Mark::of).orElse(Mark.HEALTHY)
                : Mark.of(state);
    }
}
