package io.hotlens.ui.investigate;

import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.InsightCard;
import io.hotlens.ui.control.RunResults;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.StepTree;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// The investigate screen: the answer on top, the steps on the left, findings and insights on the
/// right.
public final class InvestigateView {

    private final InvestigateViewModel model;
    private final BorderPane root = new BorderPane();
    private final StepTree timeline;
    private final Label answer = Words.shortHeadline();
    private final Label about = Words.muted("");
    private final VBox results = new VBox(16);

    public InvestigateView(InvestigateViewModel model) {
        this.model = model;
        timeline = new StepTree(model.links().openRequest());
        answer.setId("answer");
        Showing.follow(root, model.shown(), run -> run.ifPresentOrElse(this::show, this::nothing));
        Showing.follow(root, model.step(), line -> line.ifPresent(timeline::reveal));
    }

    public Parent node() {
        return root;
    }

    private void nothing() {
        var place = new StackPane();
        Showing.follow(
                place, model.running(), running -> place.getChildren().setAll(empty(running)));
        root.setCenter(place);
    }

    private VBox empty(boolean running) {
        if (running) {
            return EmptyState.of(
                    Feather.COMPASS,
                    Messages.text("investigate.starting"),
                    Messages.text("investigate.starting_next"));
        }
        VBox empty =
                EmptyState.of(
                        Feather.COMPASS,
                        Messages.text("investigate.empty"),
                        Messages.text("investigate.empty_next"));
        var start = new Button(Messages.text("investigate.now"));
        start.setOnAction(_ -> model.links().start().run());
        empty.getChildren().add(start);
        return empty;
    }

    private void show(Run run) {
        timeline.show(run);
        var questions = new QuestionsPane(run, model.links());
        var right = new VBox(24, results, questions.node());
        right.getStyleClass().setAll("results");
        var scroll = Scrolls.of(right);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var split = new SplitPane(timeline.node(), new VBox(scroll, questions.field()));
        split.setDividerPositions(0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        var page = new VBox(16, head(run), split);
        page.getStyleClass().add("page");
        root.setCenter(page);
        Runnable tell = () -> tell(run);
        Showing.watch(page, run.insights(), tell);
        Showing.watch(page, run.found(), tell);
        Showing.watch(page, run.outcome(), tell);
        Runnable newest = () -> toTheEnd(scroll, run);
        Showing.watch(page, run.questions().answers(), newest);
        Showing.watch(page, run.questions().asking(), newest);
    }

    /// Brings the newest question into view.
    private static void toTheEnd(ScrollPane scroll, Run run) {
        if (!run.questions().answers().isEmpty() || run.questions().asking().get().isPresent()) {
            scroll.applyCss();
            scroll.layout();
            scroll.setVvalue(scroll.getVmax());
        }
    }

    private HBox head(Run run) {
        var texts = new VBox(4, answer, about);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(16, texts, picker(run));
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private ChoiceBox<Run> picker(Run run) {
        var picker = new ChoiceBox<Run>();
        picker.setItems(FXCollections.observableArrayList(model.runs()));
        picker.setValue(run);
        picker.setAccessibleText(Messages.text("run.picker"));
        picker.setMaxWidth(240);
        picker.setMinWidth(120);
        picker.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Run shown) {
                        return Formats.clock(shown.startedAt()) + "  " + shown.reason();
                    }

                    @Override
                    public Run fromString(String text) {
                        return run;
                    }
                });
        picker.setOnAction(_ -> model.shown().set(Optional.of(picker.getValue())));
        return Words.shown(picker, model.runs().size() > 1);
    }

    private void tell(Run run) {
        answer.setText(run.answer());
        about.setText(
                Messages.text(
                        "run.about",
                        run.reason(),
                        Formats.clock(run.startedAt()),
                        run.outcome().get().map(Terms::of).orElse(Messages.text("run.on"))));
        var shown =
                new RunResults(
                        model::title,
                        model::cited,
                        new InsightCard.Actions(
                                model.links().openNotification(), model.links().verify()));
        results.getChildren().setAll(shown.of(run));
    }
}
