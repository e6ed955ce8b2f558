package io.hotlens.ui.insight;

import io.hotlens.app.insight.Insight;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.InsightCard;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.ProblemNote;
import io.hotlens.ui.control.SaveDialog;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.insight.InsightViewModel.Picture;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// The insights: the list on the left, one with its correlation graph on the right.
public final class InsightView {

    private final InsightViewModel model;
    private final BorderPane root = new BorderPane();
    private final ListView<Insight> list = new ListView<>();
    private final VBox detail = new VBox(16);
    private final VBox picture = new VBox(16);
    private final GraphExport export;
    private final Label sentence = Words.headline("");

    /// @param dialog where a picture goes
    public InsightView(InsightViewModel model, SaveDialog dialog, Tasks tasks) {
        this.model = model;
        export = new GraphExport(dialog, tasks);
        list.setId("insight-list");
        list.setAccessibleText(Messages.text("insights.list"));
        list.setItems(model.insights());
        list.setCellFactory(_ -> new InsightCell());
        list.getStyleClass().add("roomy-list");
        list.setMinWidth(240);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, insight) -> {
                            if (insight != null) {
                                model.selected().set(Optional.of(insight));
                            }
                        });
        detail.getStyleClass().add("detail");
        Showing.follow(root, model.picture(), (Picture now) -> show(now));
        Showing.follow(root, model.selected(), insight -> insight.ifPresent(this::show));
        Showing.watch(root, model.insights(), this::arrange);
    }

    public Parent node() {
        return root;
    }

    private void arrange() {
        int count = model.insights().size();
        if (count == 0) {
            root.setCenter(
                    EmptyState.of(
                            Feather.SHARE_2,
                            Messages.text("insights.empty"),
                            Messages.text("insights.empty_next")));
            return;
        }
        sentence.setText(
                count == 1 ? Messages.text("insights.one") : Messages.text("insights.many", count));
        if (model.selected().get().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        if (detail.getParent() == null) {
            var scroll = Scrolls.of(detail);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("bare-scroll");
            var split = new SplitPane(list, scroll);
            split.setDividerPositions(0.24);
            VBox.setVgrow(split, Priority.ALWAYS);
            var page = new VBox(16, sentence, split);
            page.getStyleClass().add("page");
            root.setCenter(page);
        }
    }

    private void show(Insight insight) {
        list.getSelectionModel().select(insight);
        var actions = new InsightCard.Actions(model::openNotification, model::verify);
        detail.getChildren()
                .setAll(
                        InsightCard.of(insight, model.cited(insight), actions),
                        Words.heading(Messages.text("insights.graph")),
                        picture);
    }

    private void show(Picture now) {
        switch (now) {
            case Picture.Waiting _ ->
                    picture.getChildren().setAll(Words.muted(Messages.text("graph.drawing")));
            case Picture.Failed(Problem problem) ->
                    picture.getChildren().setAll(ProblemNote.of(problem));
            case Picture.Ready(Drawing drawing) ->
                    picture.getChildren()
                            .setAll(
                                    new GraphView(drawing, model::openNotification, export).node(),
                                    Words.heading(Messages.text("insights.as_list")),
                                    GraphList.of(drawing.graph(), model::openNotification));
        }
    }

    private static final class InsightCell extends ListCell<Insight> {
        InsightCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Insight insight, boolean empty) {
            super.updateItem(insight, empty);
            if (empty || insight == null) {
                setGraphic(null);
                return;
            }
            Label text = Words.label(insight.summary());
            text.setWrapText(true);
            text.setMaxHeight(60);
            var texts =
                    new VBox(
                            2,
                            text,
                            Words.small(
                                    Messages.text(
                                            "insights.facts",
                                            insight.rootCause().type(),
                                            Formats.clock(insight.createdAt()))));
            texts.setMinWidth(0);
            HBox.setHgrow(texts, Priority.ALWAYS);
            setGraphic(new HBox(8, Mark.of(insight.severity()).shape(), texts));
        }
    }
}
