package io.hotlens.ui.connect;

import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.connect.ConnectViewModel.Attempt;
import io.hotlens.ui.connect.ConnectViewModel.Listing;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.ProblemNote;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import java.time.InstantSource;

/// The connect screen: local JVMs on the left, a remote address on the right.
public final class ConnectView implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.seconds(2);

    private final ConnectViewModel model;
    private final InstantSource clock;
    private final BorderPane root = new BorderPane();
    private final Timeline clockwork = new Timeline();
    private final VBox news = new VBox();
    private final ListView<JvmProcess> list = new ListView<>();

    public ConnectView(ConnectViewModel model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
        var side =
                new VBox(
                        16, EarlierCard.of(model.earlier()), new JmxFormView(model).node(), demo());
        var scroll = Scrolls.of(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("bare-scroll", "connect-side");
        var columns = new HBox(24, locals(), scroll);
        VBox.setVgrow(columns, Priority.ALWAYS);
        var page = new VBox(16, heading(), news, columns);
        page.getStyleClass().add("page");
        root.setCenter(page);
        model.attempt().subscribe(this::tell);
        refreshWhileShown();
    }

    public Parent node() {
        return root;
    }

    /// Stops looking for JVMs, and lets go of a connection that comes up later.
    @Override
    public void close() {
        clockwork.stop();
        model.giveUp();
    }

    private static VBox heading() {
        return new VBox(
                4,
                Words.headline(Messages.text("connect.title")),
                Words.muted(Messages.text("connect.subtitle")));
    }

    private VBox locals() {
        var search = new TextField();
        search.setId("jvm-search");
        search.setPromptText(Messages.text("connect.search"));
        search.setAccessibleText(Messages.text("connect.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setOnAction(_ -> connectFirst());
        list.setId("jvm-list");
        list.setAccessibleText(Messages.text("connect.list"));
        list.setItems(model.jvms());
        list.setCellFactory(_ -> new ProcessCell(clock, model::connect));
        list.getStyleClass().add("roomy-list");
        list.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        connectSelected();
                    }
                });
        list.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        connectSelected();
                    }
                });
        var stack = new StackPane(list);
        VBox.setVgrow(stack, Priority.ALWAYS);
        model.listing().subscribe(state -> show(stack, state));
        var box = new VBox(8, search, stack);
        box.getStyleClass().add("connect-list");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show(StackPane stack, Listing state) {
        Node shown =
                switch (state) {
                    case LOOKING ->
                            EmptyState.of(
                                    Feather.SEARCH,
                                    Messages.text("connect.looking"),
                                    Messages.text("connect.looking_next"));
                    case EMPTY ->
                            EmptyState.of(
                                    Feather.COFFEE,
                                    Messages.text("connect.empty"),
                                    Messages.text("connect.empty_next"));
                    case NO_MATCH ->
                            EmptyState.of(
                                    Feather.FILTER,
                                    Messages.text("connect.no_match"),
                                    Messages.text("connect.no_match_next"));
                    case FILLED -> list;
                };
        stack.getChildren().setAll(shown);
    }

    private VBox demo() {
        var choice = new ChoiceBox<DemoStarter.Choice>();
        choice.setId("demo-choice");
        choice.setAccessibleText(Messages.text("connect.demo_choice"));
        choice.getItems().setAll(model.demos());
        choice.getSelectionModel().selectFirst();
        choice.setMaxWidth(Double.MAX_VALUE);
        var start = new Button(Messages.text("connect.demo_button"));
        start.setId("start-demo");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.startDemo(choice.getValue()));
        var box =
                new VBox(
                        8,
                        Words.heading(Messages.text("connect.demo")),
                        Words.wrapped(Messages.text("connect.demo_text"), "muted"),
                        choice,
                        start);
        box.getStyleClass().add("card");
        return Words.shown(box, !model.demos().isEmpty());
    }

    private void connectFirst() {
        if (!model.jvms().isEmpty()) {
            model.connect(model.jvms().getFirst());
        }
    }

    private void connectSelected() {
        JvmProcess chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.connect(chosen);
        }
    }

    private void tell(Attempt attempt) {
        switch (attempt) {
            case Attempt.None _ -> news.getChildren().clear();
            case Attempt.Connecting(String address) -> news.getChildren().setAll(waiting(address));
            case Attempt.Failed(String address, var problem) -> {
                VBox note = ProblemNote.of(problem);
                note.getChildren().addFirst(Words.strong(Messages.text("connect.failed", address)));
                note.setId("connect-problem");
                news.getChildren().setAll(note);
            }
        }
    }

    private HBox waiting(String address) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(120);
        var stop = new Button(Messages.text("connect.give_up"));
        stop.setOnAction(_ -> model.giveUp());
        var row =
                new HBox(
                        16,
                        bar,
                        Words.label(Messages.text("connect.connecting", address)),
                        Words.gap(),
                        stop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("note", "note-accent");
        return row;
    }

    private void refreshWhileShown() {
        clockwork.getKeyFrames().add(new KeyFrame(LOOK_EVERY, _ -> model.refresh()));
        clockwork.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                clockwork.stop();
                            } else {
                                model.refresh();
                                clockwork.play();
                            }
                        });
    }
}
