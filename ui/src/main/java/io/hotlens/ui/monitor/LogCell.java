package io.hotlens.ui.monitor;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.MonitorLog;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One thing that happened, what came of it, and the way to its investigation.
final class LogCell extends ListCell<MonitorLog.Line> {

    private final MonitorViewModel model;

    LogCell(MonitorViewModel model) {
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MonitorLog.Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : draw(line));
    }

    private Node draw(MonitorLog.Line line) {
        Label time = Words.label(Formats.clock(line.at()), "small", "mono-small");
        time.setMinWidth(Label.USE_PREF_SIZE);
        var told = new VBox(4, words(line));
        HBox.setHgrow(told, Priority.ALWAYS);
        if (!line.followed().isEmpty()) {
            told.getChildren().add(Words.wrapped(line.followed()));
        }
        if (model.canOpen(line)) {
            var open = new Hyperlink(Messages.text("monitor.open"));
            open.setOnAction(_ -> model.open(line));
            told.getChildren().add(open);
        }
        return new HBox(8, time, told);
    }

    private static Label words(MonitorLog.Line line) {
        return switch (line.weight()) {
            case QUIET -> Words.wrapped(line.words(), "muted");
            case NORMAL -> Words.wrapped(line.words());
            case FINDING -> Words.wrapped(line.words(), "strong");
            case TROUBLE -> Words.wrapped(line.words(), "danger-text");
        };
    }
}
