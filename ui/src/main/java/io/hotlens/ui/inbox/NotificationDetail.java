package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.MarkLabel;
import io.hotlens.ui.control.NotificationFacts;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// A notification in full: the facts, the guess, the evidence.
final class NotificationDetail {

    private NotificationDetail() {}

    static VBox of(FoundItem item, InboxViewModel model) {
        Notification found = item.notification();
        var box = new VBox(16, head(item, model), buttons(item, model));
        box.getStyleClass().add("detail");
        if (item.repeats().get() > 1) {
            box.getChildren().add(repeats(item));
        }
        box.getChildren().addAll(NotificationFacts.of(found, model.past()));
        return box;
    }

    private static VBox head(FoundItem item, InboxViewModel model) {
        Notification found = item.notification();
        Label when = Words.small(Formats.ago(found.detectedAt(), model.now()));
        Hint.on(when, Formats.full(found.detectedAt()));
        Label status = Words.chip(Terms.of(item.standing()), "chip-quiet");
        Showing.follow(status, item.status(), now -> status.setText(Terms.of(now)));
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

    private static FlowPane buttons(FoundItem item, InboxViewModel model) {
        var row = new FlowPane(8, 8);
        for (NotificationStatus to :
                List.of(
                        NotificationStatus.ACKNOWLEDGED,
                        NotificationStatus.RESOLVED,
                        NotificationStatus.UNREAD)) {
            var button = new Button(SeveralChosen.title(to));
            button.setId("to-" + to.word());
            button.setOnAction(_ -> model.move(List.of(item), to));
            Showing.follow(button, item.status(), now -> button.setDisable(now == to));
            row.getChildren().add(button);
        }
        return row;
    }

    private static VBox repeats(FoundItem item) {
        List<FoundItem> same = item.same();
        return new VBox(
                4,
                Words.small(Messages.text("inbox.repeats")),
                Words.wrapped(
                        Messages.text(
                                "inbox.repeated",
                                same.size(),
                                Formats.full(same.getLast().notification().detectedAt()),
                                Formats.full(same.getFirst().notification().detectedAt()))));
    }
}
