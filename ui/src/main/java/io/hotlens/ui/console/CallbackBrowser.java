package io.hotlens.ui.console;

import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// Every callback by skill, with its documentation and buttons that insert it and run it.
final class CallbackBrowser {

    private sealed interface Row {
        record Top() implements Row {}

        record Area(Skill skill) implements Row {}

        record Call(Callback callback) implements Row {}
    }

    private final Label signature = Words.wrapped("", "mono", "strong");
    private final Label docs = Words.wrapped("", "small");
    private final Button insert = new Button(Messages.text("console.insert"));
    private final Button run = new Button(Messages.text("console.run_callback"));
    private final TreeView<Row> tree = new TreeView<>();
    private final VBox root;

    /// @param inserter takes the call as it is written
    CallbackBrowser(ConsoleViewModel model, Consumer<String> inserter) {
        var top = new TreeItem<Row>(new Row.Top());
        for (Skill skill : model.skills()) {
            var area = new TreeItem<Row>(new Row.Area(skill));
            skill.callbacks()
                    .forEach(
                            callback ->
                                    area.getChildren().add(new TreeItem<>(new Row.Call(callback))));
            top.getChildren().add(area);
        }
        tree.setId("callbacks");
        tree.setRoot(top);
        tree.setShowRoot(false);
        tree.setAccessibleText(Messages.text("console.callbacks"));
        tree.setCellFactory(_ -> new RowCell());
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> tell(item));
        VBox.setVgrow(tree, Priority.ALWAYS);
        insert.setOnAction(_ -> insert(inserter));
        run.setId("run-callback");
        run.setOnAction(_ -> chosen().ifPresent(model::runAlone));
        tree.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        insert(inserter);
                    }
                });
        var text = new VBox(8, signature, docs, new HBox(8, insert, run));
        text.getStyleClass().add("browser-docs");
        root = new VBox(8, Words.small(Messages.text("console.callbacks")), tree, text);
        root.setMinWidth(220);
        root.getStyleClass().add("browser");
        tell(null);
    }

    VBox node() {
        return root;
    }

    private void insert(Consumer<String> inserter) {
        chosen().map(Callback::signature).ifPresent(inserter);
    }

    private Optional<Callback> chosen() {
        TreeItem<Row> item = tree.getSelectionModel().getSelectedItem();
        return item != null && item.getValue() instanceof Row.Call(Callback callback)
                ? Optional.of(callback)
                : Optional.empty();
    }

    private static boolean needsNothing(Callback callback) {
        return callback.parameters().stream().allMatch(one -> one.fallback().isPresent());
    }

    private void tell(@Nullable TreeItem<Row> item) {
        Row row = item == null ? new Row.Top() : item.getValue();
        switch (row) {
            case Row.Top _ -> {
                signature.setText("");
                docs.setText(Messages.text("console.browse"));
            }
            case Row.Area(Skill skill) -> {
                signature.setText(skill.title());
                docs.setText(skill.description());
            }
            case Row.Call(Callback callback) -> {
                signature.setText(callback.signature());
                docs.setText(Completion.docs(callback));
            }
        }
        Words.shown(signature, !signature.getText().isEmpty());
        Words.shown(insert, row instanceof Row.Call);
        Words.shown(run, row instanceof Row.Call(Callback callback) && needsNothing(callback));
    }

    private static final class RowCell extends TreeCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words(row));
        }

        private static String words(Row row) {
            return switch (row) {
                case Row.Top _ -> "";
                case Row.Area(Skill skill) -> skill.title();
                case Row.Call(Callback callback) -> callback.signature();
            };
        }
    }
}
