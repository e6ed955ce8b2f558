package io.hotlens.ui.inbox;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// The inbox: the list on the left, one notification in full on the right. Keys: j and k move, a
/// acknowledges, r resolves, u marks unread, / filters.
public final class InboxView {

    private final InboxViewModel model;
    private final ListView<FoundItem> list = new ListView<>();
    private final TextField filter = new TextField();
    private final StackPane left = new StackPane();
    private final StackPane right = new StackPane();
    private final Label sentence = Words.headline("");
    private final BorderPane root = new BorderPane();

    public InboxView(InboxViewModel model) {
        this.model = model;
        list.setId("inbox-list");
        list.setItems(model.items());
        list.setCellFactory(_ -> new NotificationCell(model));
        list.getStyleClass().add("roomy-list");
        followSelection();
        left.setMinWidth(320);
        var split = new SplitPane(left, right);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        var page = new VBox(16, sentence, bar(), split);
        page.getStyleClass().add("page");
        root.setCenter(page);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        model.all().addListener((Observable _) -> show());
        model.items().addListener((Observable _) -> show());
        show();
    }

    public Parent node() {
        return root;
    }

    private void followSelection() {
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, item) -> {
                            if (item != null) {
                                model.selected().set(Optional.of(item));
                            }
                        });
        model.selected()
                .subscribe(
                        item -> {
                            item.ifPresent(list.getSelectionModel()::select);
                            right.getChildren().setAll(detail(item));
                        });
    }

    private HBox bar() {
        filter.setId("inbox-filter");
        filter.setPromptText(Messages.text("inbox.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setPrefWidth(240);
        filter.setOnAction(_ -> list.requestFocus());
        var row = new HBox(8, filter);
        row.setAlignment(Pos.CENTER_LEFT);
        var group = new ToggleGroup();
        row.getChildren().add(choice(Optional.empty(), group));
        for (NotificationStatus status : NotificationStatus.values()) {
            row.getChildren().add(choice(Optional.of(status), group));
        }
        row.getChildren().addAll(Words.gap(), Words.small(Messages.text("inbox.keys")));
        return row;
    }

    private ToggleButton choice(Optional<NotificationStatus> status, ToggleGroup group) {
        var button = new ToggleButton();
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(_ -> model.status().set(status));
        model.status().subscribe(now -> button.setSelected(now.equals(status)));
        Runnable count =
                () -> {
                    var counts = model.counts();
                    int number =
                            status.map(s -> counts.getOrDefault(s, 0)).orElse(model.all().size());
                    button.setText(
                            Messages.text(
                                    "inbox.choice",
                                    status.map(NotificationStatus::word)
                                            .orElse(Messages.text("inbox.all")),
                                    number));
                };
        model.all().addListener((Observable _) -> count.run());
        count.run();
        return button;
    }

    private void show() {
        int unread = model.counts().getOrDefault(NotificationStatus.UNREAD, 0);
        int all = model.all().size();
        sentence.setText(
                all == 0
                        ? Messages.text("inbox.none")
                        : unread == 0
                                ? Messages.text("inbox.all_read", all)
                                : Messages.text("inbox.some", unread, all));
        Node shown =
                model.items().isEmpty()
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
        left.getChildren().setAll(shown);
        if (model.selected().get().isEmpty() && !model.items().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private Node detail(Optional<FoundItem> item) {
        if (item.isEmpty()) {
            return EmptyState.of(
                    Feather.FILE_TEXT,
                    Messages.text("inbox.no_detail"),
                    Messages.text("inbox.no_detail_next"));
        }
        var scroll = new ScrollPane(NotificationDetail.of(item.get(), model));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    private void onKey(KeyEvent key) {
        if (filter.isFocused()) {
            if (key.getCode() == KeyCode.ESCAPE) {
                list.requestFocus();
            }
            return;
        }
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case J -> list.getSelectionModel().selectNext();
            case K -> list.getSelectionModel().selectPrevious();
            case A -> model.acknowledge();
            case R -> model.resolve();
            case U -> model.unread();
            case SLASH -> filter.requestFocus();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        key.consume();
    }
}
