package io.hotlens.ui.history;

import io.hotlens.app.store.HistoryEntry;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.ProblemNote;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Earlier investigations of all targets: the list on the left, one in full or two side by side on
/// the right.
public final class HistoryView {

    private final HistoryViewModel model;
    private final ListView<HistoryEntry> list = new ListView<>();
    private final Label sentence = Words.headline("");
    private final Label trouble = Words.wrapped("", "banner");
    private final Label said = Words.wrapped("", "muted");
    private final StackPane left = new StackPane();
    private final StackPane right = new StackPane();
    private final StackPane body = new StackPane();
    private final SplitPane split = new SplitPane(left, right);
    private final BorderPane root = new BorderPane();

    public HistoryView(HistoryViewModel model) {
        this.model = model;
        list.setId("history-list");
        list.setItems(model.entries());
        list.setCellFactory(_ -> new EntryCell(model));
        list.getStyleClass().add("roomy-list");
        list.setAccessibleText(Messages.text("history.title"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (Observable _) ->
                                model.choose(
                                        list.getSelectionModel().getSelectedItems().stream()
                                                .filter(Objects::nonNull)
                                                .toList()));
        left.setMinWidth(300);
        split.setDividerPositions(0.34);
        VBox.setVgrow(body, Priority.ALWAYS);
        trouble.setId("history-trouble");
        said.setId("history-said");
        var page = new VBox(16, sentence, trouble, bar(), said, body);
        page.getStyleClass().add("page");
        root.setCenter(page);
        model.trouble().subscribe(now -> Words.shown(trouble, !now.isEmpty()).setText(now));
        model.said().subscribe(now -> Words.shown(said, !now.isEmpty()).setText(now));
        model.shown().subscribe(now -> right.getChildren().setAll(beside(now)));
        model.entries()
                .addListener(
                        (Observable _) -> {
                            show();
                            chooseAgain();
                        });
        model.unreadable().subscribe(_ -> show());
    }

    public Parent node() {
        return root;
    }

    private HBox bar() {
        var search = new TextField();
        search.setId("history-search");
        search.setPromptText(Messages.text("history.search_prompt"));
        search.setAccessibleText(Messages.text("history.search"));
        search.textProperty().bindBidirectional(model.text());
        search.setPrefWidth(280);
        search.setOnAction(_ -> list.requestFocus());
        var targets = choice("history-target", Messages.text("history.any_target"), model.target());
        var causes = choice("history-cause", Messages.text("history.any_cause"), model.cause());
        model.choices()
                .subscribe(
                        now -> {
                            offer(targets, now.targets(), model.target().get());
                            offer(causes, now.causes(), model.cause().get());
                        });
        var row = new HBox(8, search, targets, periods(), causes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ChoiceBox<Period> periods() {
        var box = new ChoiceBox<Period>();
        box.setId("history-period");
        box.setAccessibleText(Messages.text("history.period"));
        box.getItems().setAll(Period.values());
        box.setConverter(new OneWay<>(Period::title));
        box.valueProperty().bindBidirectional(model.period());
        return box;
    }

    private static ChoiceBox<Optional<String>> choice(
            String id, String any, ObjectProperty<Optional<String>> value) {
        var box = new ChoiceBox<Optional<String>>();
        box.setId(id);
        box.setAccessibleText(any);
        box.setPrefWidth(180);
        box.setConverter(new OneWay<>(item -> item.orElse(any)));
        box.getItems().add(Optional.empty());
        box.setValue(value.get());
        box.setOnAction(
                _ -> {
                    if (box.getValue() != null) {
                        value.set(box.getValue());
                    }
                });
        return box;
    }

    /// Keeps what is chosen, also when it has no entry any more.
    private static void offer(
            ChoiceBox<Optional<String>> box, List<String> names, Optional<String> chosen) {
        var items = new ArrayList<Optional<String>>();
        items.add(Optional.empty());
        names.forEach(name -> items.add(Optional.of(name)));
        if (!items.contains(chosen)) {
            items.add(chosen);
        }
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
            box.setValue(chosen);
        }
    }

    private void show() {
        sentence.setText(model.sentence());
        Node shown = model.unreadable().get().<Node>map(ProblemNote::of).orElseGet(this::content);
        StackPane.setAlignment(shown, Pos.TOP_CENTER);
        body.getChildren().setAll(shown);
        left.getChildren()
                .setAll(
                        model.entries().isEmpty()
                                ? EmptyState.of(
                                        Feather.FILTER,
                                        Messages.text("history.no_match"),
                                        Messages.text("history.no_match_next"))
                                : list);
    }

    private Node content() {
        return model.entries().isEmpty() && !model.isFiltered()
                ? EmptyState.of(
                        Feather.CLOCK,
                        Messages.text("history.empty"),
                        Messages.text("history.empty_next"))
                : split;
    }

    private Node beside(Shown shown) {
        return switch (shown) {
            case Shown.Nothing _ ->
                    EmptyState.of(
                            Feather.FILE_TEXT,
                            Messages.text("history.no_detail"),
                            Messages.text("history.no_detail_next"));
            case Shown.One(var kept, var run) ->
                    scrolled(new HistoryDetail(model, kept, run, this::alsoSelect).node());
            case Shown.Two two -> scrolled(ComparisonPane.of(two));
            case Shown.Failed(var problem) -> ProblemNote.of(problem);
        };
    }

    /// What was chosen stays chosen when its row is renewed.
    private void chooseAgain() {
        for (int i = 0; i < model.entries().size(); i++) {
            if (model.isChosen(model.entries().get(i))) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private void alsoSelect(HistoryEntry entry) {
        list.getSelectionModel().select(entry);
        list.scrollTo(entry);
    }

    private static ScrollPane scrolled(Node content) {
        var scroll = Scrolls.of(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    /// Names of choices that nobody types.
    private static final class OneWay<T> extends StringConverter<T> {
        private final Function<T, String> name;

        OneWay(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T item) {
            return item == null ? "" : name.apply(item);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
    }
}
