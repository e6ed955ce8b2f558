package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.util.Subscription;

/// One notification in the list; unread ones in strong letters.
final class NotificationCell extends ListCell<FoundItem> {

    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass RESOLVED = PseudoClass.getPseudoClass("resolved");

    private final InboxViewModel model;
    private final SVGPath mark = new SVGPath();
    private final Label text = Words.label("", "cell-title", "two-lines");
    private final Label facts = Words.small("");
    private final Label repeats = Words.chip("", "chip-quiet");
    private final HBox row;
    private Subscription following = Subscription.EMPTY;

    NotificationCell(InboxViewModel model) {
        this.model = model;
        text.setWrapText(true);
        var texts = new VBox(2, text, facts);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(8, mark, texts, repeats);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FoundItem item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            pseudoClassStateChanged(UNREAD, false);
            pseudoClassStateChanged(RESOLVED, false);
            return;
        }
        following =
                Showing.during(this, item.status())
                        .subscribe(status -> show(item, status))
                        .and(
                                Showing.during(this, item.repeats())
                                        .subscribe(
                                                count ->
                                                        Words.shown(repeats, count.intValue() > 1)
                                                                .setText("×" + count)));
        setGraphic(row);
    }

    private void show(FoundItem item, NotificationStatus status) {
        Notification found = item.notification();
        Mark.of(found.severity()).show(mark);
        text.setText(found.observation());
        facts.setText(
                Messages.text(
                        "inbox.facts",
                        model.title(found),
                        Formats.ago(found.detectedAt(), model.now()),
                        Terms.of(status)));
        pseudoClassStateChanged(UNREAD, status == NotificationStatus.UNREAD);
        pseudoClassStateChanged(RESOLVED, status == NotificationStatus.RESOLVED);
    }
}
