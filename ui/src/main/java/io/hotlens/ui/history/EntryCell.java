package io.hotlens.ui.history;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.trace.Outcome;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/// One investigation in the list: what came of it, of which target, why.
final class EntryCell extends ListCell<HistoryEntry> {

    private final HistoryViewModel model;
    private final SVGPath mark = new SVGPath();
    private final Label title = Words.label("", "cell-title");
    private final Label facts = Words.small("");
    private final Label reason = Words.small("");
    private final HBox row;
    private final Hint hint = Hint.on(this);

    EntryCell(HistoryViewModel model) {
        this.model = model;
        var texts = new VBox(2, title, facts, reason);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(8, mark, texts);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(HistoryEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            hint.say("");
            return;
        }
        mark(entry).show(mark);
        title.setText(title(entry));
        facts.setText(
                Messages.text(
                        "history.facts",
                        entry.name(),
                        Formats.ago(entry.startedAt(), model.now()),
                        state(entry)));
        reason.setText(entry.reason());
        hint.say(
                Messages.text(
                        "history.tooltip",
                        Formats.full(entry.startedAt()),
                        entry.address(),
                        entry.id()));
        setGraphic(row);
    }

    private static Mark mark(HistoryEntry entry) {
        return entry.worst()
                .map(Mark::of)
                .orElse(
                        entry.outcome().orElse(null) instanceof Outcome.Completed
                                ? Mark.HEALTHY
                                : Mark.UNKNOWN);
    }

    static String title(HistoryEntry entry) {
        return entry.cause()
                .map(EntryCell::title)
                .orElseGet(
                        () ->
                                entry.findings() == 0
                                        ? Messages.text("history.nothing_found")
                                        : Messages.text("history.no_cause", entry.findings()));
    }

    private static String title(Insight.RootCause cause) {
        return cause.subject().isEmpty()
                ? cause.type()
                : Messages.text("history.cause", cause.type(), cause.subject());
    }

    private static String state(HistoryEntry entry) {
        return entry.outcome().<String>map(Terms::of).orElse(Messages.text("history.open"));
    }
}
