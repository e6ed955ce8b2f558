package io.hotlens.ui.timeline;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.EventLine;
import io.hotlens.ui.text.Formats;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import java.util.List;

/// One event on one line; its nodes are made once and filled again.
final class EventCell extends ListCell<EventLine> {

    private static final List<String> WEIGHTS = List.of("muted", "strong", "danger-text");

    private final Label time = Words.label("", "small", "mono-small");
    private final Label kind = Words.small("");
    private final Label who = Words.label("", "event-who");
    private final Label words = Words.label("");
    private final HBox row = new HBox(8, time, kind, who, words);

    EventCell() {
        time.setMinWidth(Label.USE_PREF_SIZE);
        kind.getStyleClass().add("event-kind");
        words.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(EventLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        time.setText(Formats.clock(line.at()));
        kind.setText(line.kind().title());
        who.setText(line.who());
        words.setText(line.words().replace('\n', ' '));
        words.getStyleClass().removeAll(WEIGHTS);
        switch (line.weight()) {
            case QUIET -> words.getStyleClass().add("muted");
            case FINDING -> words.getStyleClass().add("strong");
            case TROUBLE -> words.getStyleClass().add("danger-text");
            case NORMAL -> {}
        }
        setGraphic(row);
    }
}
