package io.hotlens.ui.timeline;

import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.EventKind;
import io.hotlens.ui.model.EventLine;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// Everything that happens on a target, newest first, with filters; choosing a line holds the list
/// still and shows all of the line below.
public final class TimelineView {

    private static final double DETAIL = 96;

    private final TimelineViewModel model;
    private final ListView<EventLine> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final Label whole = Words.wrapped("", "mono");
    private final BorderPane root = new BorderPane();

    public TimelineView(TimelineViewModel model) {
        this.model = model;
        list.setId("events-list");
        list.setItems(model.shown());
        list.getStyleClass().add("events-list");
        list.setCellFactory(_ -> new EventCell());
        list.setAccessibleText(Messages.text("events.title"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        Label sentence = Words.headline("");
        sentence.setId("events-sentence");
        sentence.textProperty().bind(model.sentence());
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(16, sentence, bar(), body, detail());
        page.getStyleClass().add("page");
        root.setCenter(page);
        Showing.watch(root, model.shown(), this::show);
    }

    public Parent node() {
        return root;
    }

    private HBox bar() {
        var search = new TextField();
        search.setId("events-search");
        search.setPromptText(Messages.text("events.search"));
        search.setAccessibleText(Messages.text("events.search"));
        search.textProperty().bindBidirectional(model.text());
        search.setPrefWidth(240);
        var pause = new ToggleButton(Messages.text("events.pause"));
        pause.setId("events-pause");
        pause.selectedProperty().bindBidirectional(model.paused());
        pause.setMinWidth(ToggleButton.USE_PREF_SIZE);
        var row = new HBox(8, search, kinds(), skills(), Words.gap(), pause);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton kinds() {
        var menu = new MenuButton();
        menu.setId("events-kinds");
        for (EventKind kind : EventKind.values()) {
            var item = new CheckMenuItem(kind.title());
            item.setOnAction(_ -> model.choose(kind, item.isSelected()));
            Showing.follow(menu, model.kinds(), now -> item.setSelected(now.contains(kind)));
            menu.getItems().add(item);
        }
        Showing.follow(
                menu,
                model.kinds(),
                now ->
                        menu.setText(
                                now.size() == EventKind.values().length
                                        ? Messages.text("events.all_kinds")
                                        : Messages.text(
                                                "events.some_kinds",
                                                now.size(),
                                                EventKind.values().length)));
        return menu;
    }

    private ChoiceBox<Optional<SkillId>> skills() {
        var box = new ChoiceBox<Optional<SkillId>>();
        box.setId("events-skill");
        box.setAccessibleText(Messages.text("events.any_skill"));
        box.getItems().add(Optional.empty());
        model.skills().forEach(skill -> box.getItems().add(Optional.of(skill.id())));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<SkillId> id) {
                        return id.map(one -> title(one)).orElse(Messages.text("events.any_skill"));
                    }

                    @Override
                    public Optional<SkillId> fromString(String typed) {
                        return model.skill().get();
                    }
                });
        box.valueProperty().bindBidirectional(model.skill());
        return box;
    }

    private String title(SkillId id) {
        return model.skills().stream()
                .filter(skill -> skill.id().equals(id))
                .map(Skill::title)
                .findFirst()
                .orElse(id.value());
    }

    private ScrollPane detail() {
        whole.setId("events-whole");
        var scroll = Scrolls.of(whole);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(DETAIL);
        scroll.setMinHeight(DETAIL);
        scroll.getStyleClass().add("bare-scroll");
        whole.textProperty().subscribe(text -> Words.shown(scroll, !text.isEmpty()));
        return scroll;
    }

    private void choose(EventLine line) {
        if (line == null) {
            whole.setText("");
            return;
        }
        model.paused().set(true);
        whole.setText(
                Messages.text(
                        "events.whole",
                        Formats.full(line.at()),
                        line.kind().title(),
                        line.who(),
                        line.words()));
    }

    private void show() {
        Node shown = list;
        if (model.isEmpty()) {
            shown =
                    EmptyState.of(
                            Feather.ACTIVITY,
                            Messages.text("events.empty"),
                            Messages.text("events.empty_next"));
        } else if (model.shown().isEmpty()) {
            shown =
                    EmptyState.of(
                            Feather.FILTER,
                            Messages.text("events.no_match"),
                            Messages.text("events.no_match_next"));
        }
        if (!body.getChildren().contains(shown)) {
            body.getChildren().setAll(shown);
        }
    }
}
