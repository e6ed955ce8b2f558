package io.hotlens.ui.inbox;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// What can be done with several notifications at once.
final class SeveralChosen {

    private SeveralChosen() {}

    static VBox of(List<FoundItem> chosen, InboxViewModel model) {
        var box = new VBox(16, Words.headline(Messages.text("inbox.several", chosen.size())));
        for (Severity severity : List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)) {
            long count =
                    chosen.stream()
                            .filter(item -> item.notification().severity() == severity)
                            .count();
            if (count > 0) {
                var row =
                        new HBox(
                                8,
                                Mark.of(severity).shape(),
                                Words.label(
                                        Messages.text("inbox.choice", Terms.of(severity), count)));
                row.setAlignment(Pos.CENTER_LEFT);
                box.getChildren().add(row);
            }
        }
        box.getChildren()
                .add(
                        new FlowPane(
                                8,
                                8,
                                button(chosen, model, NotificationStatus.ACKNOWLEDGED),
                                button(chosen, model, NotificationStatus.RESOLVED),
                                button(chosen, model, NotificationStatus.UNREAD)));
        box.getStyleClass().add("detail");
        return box;
    }

    private static Button button(
            List<FoundItem> chosen, InboxViewModel model, NotificationStatus to) {
        var button = new Button(title(to));
        button.setOnAction(_ -> model.move(chosen, to));
        return button;
    }

    /// What the button says that moves a notification there.
    static String title(NotificationStatus to) {
        return switch (to) {
            case ACKNOWLEDGED -> Messages.text("inbox.acknowledge");
            case RESOLVED -> Messages.text("inbox.resolve");
            case UNREAD -> Messages.text("inbox.unread");
        };
    }
}
