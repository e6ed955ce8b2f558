package io.hotlens.ui.sent;

import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// What left for models: the requests on the left, the exact text of one on the right.
public final class SentView {

    private final SentViewModel model;
    private final ListView<EgressLog.Entry> list = new ListView<>();
    private final Label sentence = Words.headline("");
    private final StackPane body = new StackPane();
    private final StackPane right = new StackPane();
    private final SplitPane split = new SplitPane(list, right);
    private final BorderPane root = new BorderPane();

    public SentView(SentViewModel model) {
        this.model = model;
        list.setId("sent-list");
        list.setAccessibleText(Messages.text("sent.list"));
        list.setItems(model.entries());
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("roomy-list");
        list.setMinWidth(280);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, entry) -> {
                            if (entry != null) {
                                model.selected().set(Optional.of(entry));
                            }
                        });
        split.setDividerPositions(0.36);
        VBox.setVgrow(body, Priority.ALWAYS);
        var page =
                new VBox(
                        16,
                        new VBox(
                                4,
                                sentence,
                                Words.wrapped(Messages.text("sent.about"), "muted"),
                                missing()),
                        body);
        page.getStyleClass().add("page");
        root.setCenter(page);
        Showing.follow(
                root,
                model.selected(),
                chosen -> {
                    chosen.ifPresent(this::select);
                    right.getChildren().setAll(detail(chosen));
                });
        Showing.watch(root, model.entries(), this::show);
    }

    public Parent node() {
        return root;
    }

    private void select(EgressLog.Entry entry) {
        if (!entry.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(entry);
            list.scrollTo(entry);
        }
    }

    private Label missing() {
        Label label = Words.wrapped("", "warning-text");
        Showing.follow(
                label, model.missing(), now -> Words.shown(label, !now.isEmpty()).setText(now));
        return label;
    }

    private void show() {
        sentence.setText(model.sentence());
        body.getChildren()
                .setAll(
                        model.entries().isEmpty()
                                ? EmptyState.of(
                                        Feather.SEND,
                                        Messages.text("sent.empty"),
                                        Messages.text("sent.empty_next"))
                                : split);
    }

    private Node detail(Optional<EgressLog.Entry> chosen) {
        if (chosen.isEmpty()) {
            return EmptyState.of(
                    Feather.FILE_TEXT,
                    Messages.text("sent.no_detail"),
                    Messages.text("sent.no_detail_next"));
        }
        EgressLog.Entry entry = chosen.get();
        var text = new TextArea();
        text.setId("sent-text");
        text.setEditable(false);
        text.setAccessibleText(Messages.text("sent.text"));
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.textProperty().bind(model.text());
        VBox.setVgrow(text, Priority.ALWAYS);
        var box =
                new VBox(
                        8,
                        Words.strong(
                                Messages.text(
                                        "sent.title",
                                        String.valueOf(entry.number()),
                                        entry.model(),
                                        Formats.full(entry.at()))),
                        Words.wrapped(SentViewModel.withheld(entry), "muted"),
                        text);
        box.getStyleClass().add("results");
        return box;
    }

    /// As wide as the list, so that a long name is cut and not scrolled.
    private static final class Cell extends ListCell<EgressLog.Entry> {

        private final Hint hint = Hint.on(this);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(EgressLog.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                hint.say("");
                return;
            }
            Label name = Words.label(entry.model());
            name.setMinWidth(0);
            Label time = Words.label(Formats.clock(entry.at()), "small", "mono-small");
            time.setMinWidth(Label.USE_PREF_SIZE);
            setGraphic(
                    new VBox(
                            2,
                            new HBox(8, name, Words.gap(), time),
                            Words.small(SentViewModel.facts(entry))));
            hint.say(Formats.full(entry.at()));
        }
    }
}
