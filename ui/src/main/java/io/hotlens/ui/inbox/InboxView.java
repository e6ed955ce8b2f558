package io.hotlens.ui.inbox;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// The inbox: the list on the left, one notification in full on the right, or what can be done with
/// all that are chosen. Its keys are [InboxKey].
public final class InboxView {

    private final InboxViewModel model;
    private final ListView<FoundItem> list = new ListView<>();
    private final FilterBar filter;
    private final StackPane left = new StackPane();
    private final StackPane right = new StackPane();
    private final Label sentence = Words.headline("");
    private final BorderPane root = new BorderPane();
    private boolean following;
    private boolean several;
    private int place;

    public InboxView(InboxViewModel model) {
        this.model = model;
        filter = new FilterBar(model, list::requestFocus);
        list.setId("inbox-list");
        list.setAccessibleText(Messages.text("inbox.list"));
        list.setItems(model.items());
        list.setCellFactory(_ -> new NotificationCell(model));
        list.getStyleClass().addAll("roomy-list", "inbox-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        followSelection();
        left.setMinWidth(320);
        var split = new SplitPane(left, right);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        var page = new VBox(16, sentence, filter.node(), split);
        page.getStyleClass().add("page");
        root.setCenter(page);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        Showing.follow(root, model.counts(), _ -> show());
        Showing.follow(root, model.filtering(), _ -> show());
        Showing.watch(root, model.items(), this::show);
    }

    public Parent node() {
        return root;
    }

    private MultipleSelectionModel<FoundItem> selection() {
        return list.getSelectionModel();
    }

    private void followSelection() {
        selection().selectedItemProperty().subscribe(_ -> choose());
        selection().getSelectedItems().addListener((Observable _) -> choose());
        Showing.follow(
                root,
                model.selected(),
                item -> {
                    follow(item);
                    right.getChildren().setAll(detail(item));
                });
    }

    /// What is chosen in the list is shown.
    private void choose() {
        if (following) {
            return;
        }
        FoundItem item = selection().getSelectedItem();
        if (item == null) {
            return;
        }
        place = selection().getSelectedIndex();
        if (selection().getSelectedItems().size() > 1) {
            several = true;
            right.getChildren().setAll(SeveralChosen.of(chosen(), model));
        } else {
            model.selected().set(Optional.of(item));
            if (several) {
                several = false;
                right.getChildren().setAll(detail(model.selected().get()));
            }
        }
    }

    private List<FoundItem> chosen() {
        return List.copyOf(selection().getSelectedItems());
    }

    /// What is shown is chosen in the list.
    private void follow(Optional<FoundItem> item) {
        Optional<FoundItem> row = item.flatMap(model::rowOf);
        if (row.isPresent() && !selection().getSelectedItems().contains(row.get())) {
            following = true;
            selection().clearAndSelect(model.items().indexOf(row.get()));
            place = selection().getSelectedIndex();
            list.scrollTo(Math.max(0, place - 2));
            following = false;
        }
    }

    private void show() {
        int unread = model.counts().get().of(NotificationStatus.UNREAD);
        int all = model.counts().get().all();
        sentence.setText(
                all == 0
                        ? Messages.text("inbox.none")
                        : unread == 0
                                ? Messages.text("inbox.all_read", all)
                                : Messages.text("inbox.some", unread, all));
        Node shown =
                model.items().isEmpty() && !model.filtering().get()
                        ? all == 0
                                ? EmptyState.of(
                                        Feather.INBOX,
                                        Messages.text("inbox.empty"),
                                        Messages.text("inbox.empty_next"))
                                : EmptyState.of(
                                        Feather.FILTER,
                                        Messages.text("inbox.no_match"),
                                        Messages.text("inbox.no_match_next"))
                        : list;
        if (!left.getChildren().equals(List.of(shown))) {
            left.getChildren().setAll(shown);
        }
        keepPlace();
    }

    /// When what was chosen has left the list, the one that took its place is chosen.
    private void keepPlace() {
        if (selection().isEmpty() && !model.items().isEmpty()) {
            Optional<FoundItem> row = model.selected().get().flatMap(model::rowOf);
            selection()
                    .clearAndSelect(
                            row.map(model.items()::indexOf)
                                    .orElse(Math.min(place, model.items().size() - 1)));
        }
    }

    private Node detail(Optional<FoundItem> item) {
        if (item.isEmpty()) {
            return EmptyState.of(
                    Feather.FILE_TEXT,
                    Messages.text("inbox.no_detail"),
                    Messages.text("inbox.no_detail_next"));
        }
        var scroll = Scrolls.of(NotificationDetail.of(item.get(), model));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    private void onKey(KeyEvent key) {
        if (filter.text().isFocused()) {
            if (key.getCode() == KeyCode.ESCAPE) {
                list.requestFocus();
                key.consume();
            }
            return;
        }
        Shortcut.of(InboxKey.values(), key)
                .ifPresent(
                        wanted -> {
                            act(wanted);
                            key.consume();
                        });
    }

    private void act(InboxKey wanted) {
        switch (wanted) {
            case NEXT -> step(1);
            case PREVIOUS -> step(-1);
            case ACKNOWLEDGE -> model.move(chosen(), NotificationStatus.ACKNOWLEDGED);
            case RESOLVE -> model.move(chosen(), NotificationStatus.RESOLVED);
            case UNREAD -> model.move(chosen(), NotificationStatus.UNREAD);
            case FILTER -> filter.text().requestFocus();
        }
    }

    private void step(int by) {
        int last = model.items().size() - 1;
        if (last >= 0) {
            int next = Math.clamp(selection().getSelectedIndex() + by, 0, last);
            selection().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - 2));
        }
    }
}
