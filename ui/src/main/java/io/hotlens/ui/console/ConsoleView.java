package io.hotlens.ui.console;

import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// The console: editor above, answers below, callbacks on the right.
public final class ConsoleView {

    private final ConsoleViewModel model;
    private final VBox answers = new VBox(16);
    private final BorderPane root = new BorderPane();

    public ConsoleView(ConsoleViewModel model, ScriptDesk desk) {
        this.model = model;
        var form = new SkillForm(desk);
        var editor = new LuaEditor(model);
        var browser = new CallbackBrowser(model, editor::insert);
        var writing = new VBox(8, bar(ScriptMenu.of(desk, form)), form.node(), editor.node());
        VBox.setVgrow(editor.node(), Priority.ALWAYS);
        writing.setMinHeight(120);
        var scroll = Scrolls.of(answers);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("bare-scroll");
        answers.getStyleClass().add("answers");
        var left = new SplitPane(writing, scroll);
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions(0.42);
        var split = new SplitPane(left, browser.node());
        split.setDividerPositions(0.72);
        SplitPane.setResizableWithParent(browser.node(), false);
        var page = new BorderPane(split);
        page.getStyleClass().add("page");
        root.setCenter(page);
        Showing.watch(root, model.entries(), this::show);
    }

    public Parent node() {
        return root;
    }

    private HBox bar(MenuButton script) {
        var run = new Button(Messages.text("console.run"));
        run.setId("console-run");
        run.setOnAction(_ -> model.run());
        run.setMinWidth(Button.USE_PREF_SIZE);
        script.setMinWidth(Button.USE_PREF_SIZE);
        run.disableProperty().bind(model.running());
        Label state = Words.small(Messages.text("console.running"));
        Showing.follow(state, model.running(), running -> Words.shown(state, running));
        var row =
                new HBox(
                        8,
                        Words.headline(Messages.text("console.title")),
                        Words.gap(),
                        state,
                        Words.small(Messages.text("console.keys")),
                        script,
                        run);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show() {
        answers.getChildren().setAll(model.entries().stream().map(EntryView::of).toList());
        if (model.entries().isEmpty()) {
            VBox empty =
                    EmptyState.of(
                            Feather.TERMINAL,
                            Messages.text("console.empty"),
                            Messages.text("console.empty_next"));
            VBox.setVgrow(empty, Priority.ALWAYS);
            answers.getChildren().setAll(empty);
        }
    }
}
