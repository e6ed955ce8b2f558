package io.hotlens.ui.shell;

import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// The list of all keys.
final class KeyboardSheet {

    /// Where the tables are broken into lines when there is room.
    private static final double WIDE = 960;

    private final Button close = new Button("", new FontIcon(Feather.X));
    private final VBox root;

    KeyboardSheet(List<KeyTable> tables, Runnable leave) {
        close.getStyleClass().add("flat");
        close.setAccessibleText(Messages.text("keyboard.close"));
        close.setOnAction(_ -> leave.run());
        var head = new HBox(8, Words.headline(Messages.text("keyboard.title")), Words.gap(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        var columns = new FlowPane(40, 24);
        columns.setPrefWrapLength(WIDE);
        tables.forEach(table -> columns.getChildren().add(table(table)));
        var scroll = Scrolls.of(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        root = new VBox(16, head, scroll);
        root.setId("keyboard");
        root.getStyleClass().addAll("floating-sheet", "keyboard");
        root.setMaxHeight(Region.USE_PREF_SIZE);
    }

    VBox node() {
        return root;
    }

    Button close() {
        return close;
    }

    private static VBox table(KeyTable table) {
        var grid = new GridPane(16, 6);
        int row = 0;
        for (Shortcut shortcut : table.shortcuts()) {
            var keys = new HBox(4);
            shortcut.keys().stream()
                    .map(KeyCombination::getDisplayText)
                    .distinct()
                    .forEach(text -> keys.getChildren().add(key(text)));
            grid.addRow(row, keys, Words.label(shortcut.does()));
            row++;
        }
        return new VBox(8, Words.heading(table.where()), grid);
    }

    private static Label key(String text) {
        Label label = Words.label(text, "key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
