package io.hotlens.ui.shell;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPreview;
import io.hotlens.app.llm.egress.Replaced;
import io.hotlens.ui.control.DataClasses;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// A request before it leaves: what was replaced by what, or the exact text.
final class EgressPreviewPane {

    private static final int LONGEST = 400;

    private EgressPreviewPane() {}

    static VBox of(EgressPreview preview) {
        List<Replaced> replaced = List.copyOf(new LinkedHashSet<>(preview.replaced()));
        Node table = replaced.isEmpty() ? nothing() : table(replaced);
        var shown = new StackPane(table);
        shown.setMinHeight(120);
        VBox.setVgrow(shown, Priority.ALWAYS);
        var group = new ToggleGroup();
        ToggleButton changes =
                choice("egress-changes", Messages.text("egress.changes", replaced.size()), group);
        ToggleButton text = choice("egress-text", Messages.text("egress.exact"), group);
        changes.setSelected(true);
        changes.setOnAction(_ -> show(shown, table, changes));
        text.setOnAction(_ -> show(shown, exact(preview.text()), text));
        var box =
                new VBox(
                        8,
                        Words.wrapped(sentence(preview)),
                        Words.wrapped(secrets(preview), "muted"),
                        new HBox(4, changes, text),
                        shown);
        box.getStyleClass().add("preview");
        return box;
    }

    private static void show(StackPane pane, Node node, ToggleButton button) {
        button.setSelected(true);
        pane.getChildren().setAll(node);
    }

    private static ToggleButton choice(String id, String text, ToggleGroup group) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        return button;
    }

    private static String sentence(EgressPreview preview) {
        String size = Formats.number(preview.text().length());
        int parts = DataClasses.total(preview.withheld());
        return parts == 0
                ? Messages.text("egress.whole", size)
                : Messages.text(
                        "egress.cleaned", size, parts, DataClasses.counted(preview.withheld()));
    }

    private static String secrets(EgressPreview preview) {
        int secrets = preview.withheld().getOrDefault(DataClass.SECRETS, 0);
        return secrets == 0
                ? Messages.text("egress.no_secrets")
                : Messages.text("egress.secrets", secrets);
    }

    private static Label nothing() {
        return Words.muted(Messages.text("egress.no_changes"));
    }

    private static TextArea exact(String text) {
        var area = new TextArea(text);
        area.setId("egress-exact");
        area.setEditable(false);
        area.setAccessibleText(Messages.text("sent.text"));
        area.setWrapText(true);
        area.getStyleClass().add("mono");
        return area;
    }

    private static TableView<Replaced> table(List<Replaced> replaced) {
        var table = new TableView<Replaced>(FXCollections.observableArrayList(replaced));
        table.setId("egress-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(
                        column(
                                "egress-class",
                                Messages.text("egress.class"),
                                120,
                                r -> DataClasses.title(r.dataClass())));
        table.getColumns()
                .add(column("egress-here", Messages.text("egress.here"), 360, Replaced::original));
        table.getColumns()
                .add(column("egress-sent", Messages.text("egress.sent"), 260, Replaced::sent));
        return table;
    }

    private static TableColumn<Replaced, String> column(
            String id, String title, double width, Function<Replaced, String> value) {
        var column = new TableColumn<Replaced, String>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(oneLine(value.apply(row.getValue()))));
        column.setCellFactory(_ -> new Cell());
        return column;
    }

    private static String oneLine(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /// Tells in the tooltip what does not fit.
    private static final class Cell extends TableCell<Replaced, String> {

        private final Hint whole = Hint.on(this);

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text == null) {
                setText("");
                whole.say("");
                return;
            }
            setText(text);
            whole.say(text);
        }
    }
}
