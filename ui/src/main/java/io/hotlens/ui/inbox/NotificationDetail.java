package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.MarkLabel;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/// A notification in full: the facts, the guess, the evidence.
final class NotificationDetail {

    private NotificationDetail() {}

    static VBox of(FoundItem item, InboxViewModel model) {
        Notification found = item.notification();
        var box = new VBox(16, head(item, model), buttons(item, model));
        box.getStyleClass().add("detail");
        box.getChildren().add(part("inbox.observed", Words.wrapped(found.observation())));
        if (!found.context().isBlank()) {
            box.getChildren().add(part("inbox.context", Words.wrapped(found.context())));
        }
        if (!found.subject().isBlank()) {
            box.getChildren().add(part("inbox.subject", Words.wrapped(found.subject(), "mono")));
        }
        found.hypothesis()
                .ifPresent(guess -> box.getChildren().add(part("inbox.guess", guess(guess))));
        if (item.repeats().get() > 1) {
            box.getChildren().add(part("inbox.repeats", repeats(item)));
        }
        box.getChildren().add(part("inbox.evidence", evidence(found)));
        box.getChildren().add(Words.heading(Messages.text("inbox.snapshots")));
        found.snapshots().forEach(snapshot -> box.getChildren().add(snapshot(snapshot)));
        return box;
    }

    private static VBox head(FoundItem item, InboxViewModel model) {
        Notification found = item.notification();
        Label when = Words.small(Formats.ago(found.detectedAt(), model.now()));
        when.setTooltip(new Tooltip(Formats.full(found.detectedAt())));
        Label status = Words.chip(item.status().get().word(), "chip-quiet");
        item.status().subscribe(now -> status.setText(now.word()));
        status.setId("status");
        var row =
                new HBox(
                        8,
                        new MarkLabel(Mark.of(found.severity())).node(),
                        Words.chip(found.type()),
                        status,
                        Words.small(model.title(found)),
                        when);
        row.setAlignment(Pos.CENTER_LEFT);
        Label title = Words.shortHeadline();
        title.setText(found.observation());
        return new VBox(8, row, title);
    }

    private static HBox buttons(FoundItem item, InboxViewModel model) {
        var row = new HBox(8);
        for (NotificationStatus to :
                List.of(
                        NotificationStatus.ACKNOWLEDGED,
                        NotificationStatus.RESOLVED,
                        NotificationStatus.UNREAD)) {
            var button = new Button(SeveralChosen.title(to));
            button.setOnAction(_ -> model.move(List.of(item), to));
            item.status().subscribe(now -> button.setDisable(now == to));
            row.getChildren().add(button);
        }
        return row;
    }

    private static VBox part(String key, Node content) {
        return new VBox(4, Words.small(Messages.text(key)), content);
    }

    private static Label repeats(FoundItem item) {
        List<FoundItem> same = item.same();
        return Words.wrapped(
                Messages.text(
                        "inbox.repeated",
                        same.size(),
                        Formats.full(same.getLast().notification().detectedAt()),
                        Formats.full(same.getFirst().notification().detectedAt())));
    }

    private static Node guess(String text) {
        return Words.wrapped(text, "guess");
    }

    private static Node evidence(Notification found) {
        TreeView<DataTree.Row> tree = DataTree.view();
        tree.setRoot(DataTree.item("", found.evidence()));
        tree.setShowRoot(false);
        tree.setAccessibleText(Messages.text("inbox.evidence"));
        tree.setPrefHeight(28.0 * Math.clamp(tree.getExpandedItemCount(), 2, 12) + 8);
        return tree;
    }

    private static VBox snapshot(Snapshot snapshot) {
        var table = new GridPane(16, 4);
        int row = 0;
        for (Map.Entry<Metric, Reading> entry : snapshot.readings().entrySet()) {
            Metric metric = entry.getKey();
            Label name = Words.label(metric.name(), "mono", "mono-small");
            name.setTooltip(new Tooltip(metric.meaning()));
            table.addRow(row++, name, reading(metric, entry.getValue()));
        }
        return new VBox(
                8,
                Words.small(
                        Messages.text(
                                "inbox.snapshot",
                                snapshot.skill(),
                                Formats.full(snapshot.capturedAt()),
                                snapshot.id())),
                table);
    }

    private static Label reading(Metric metric, Reading reading) {
        return switch (reading) {
            case Reading.Known(double value) ->
                    Words.label(Formats.value(value, metric.unit()), "mono");
            case Reading.Unavailable(String why) ->
                    Words.wrapped(Messages.text("gauge.missing", why), "small");
        };
    }
}
