package io.hotlens.ui.threads;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.ChartTime;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.List;

/// The threads of a target: one sentence, how many over time, and the chosen look.
public final class ThreadsView {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ThreadsViewModel model;
    private final ChartTime time = new ChartTime(WINDOW, LONGEST);
    private final ChartPane all = new ChartPane(Messages.text("thread.chart_all"), time);
    private final ChartPane blocked = new ChartPane(Messages.text("thread.chart_blocked"), time);
    private final Label sentence = Words.headline("");
    private final Label state = Words.small("");
    private final Label problem = Words.wrapped("", "danger-text");
    private final Button ask = new Button();
    private final BorderPane body = new BorderPane();
    private final TableView<Data.Fields> table = new TableView<>();
    private final TextArea details = new TextArea();
    private final SplitPane rows = new SplitPane(table, details);
    private final Label frame = Words.small("");
    private final FlameChart flame = new FlameChart(frame::setText);
    private final VBox flames;
    private final BorderPane root = new BorderPane();

    public ThreadsView(ThreadsViewModel model) {
        this.model = model;
        sentence.setId("threads-sentence");
        table.setId("threads-rows");
        table.setAccessibleText(Messages.text("thread.rows"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Words.muted(Messages.text("thread.no_rows")));
        details.setId("threads-details");
        details.setEditable(false);
        details.getStyleClass().add("mono");
        details.setAccessibleText(Messages.text("thread.details"));
        details.setPromptText(Messages.text("thread.choose"));
        rows.setDividerPositions(0.62);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> details.setText(row == null ? "" : ThreadWords.details(row)));
        flame.setId("threads-flame");
        var scroll = Scrolls.of(flame);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        flames = new VBox(8, frame, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(16, sentence, charts(), bar(), problem, body);
        page.getStyleClass().add("page");
        root.setCenter(page);
        Showing.follow(root, model.vitals(), this::show);
        Showing.follow(root, model.look(), _ -> show());
        Showing.follow(root, model.filter(), _ -> show());
        for (ThreadLook look : ThreadLook.values()) {
            Showing.follow(root, model.answer(look), _ -> show());
        }
        model.choose(model.look().get());
    }

    public Parent node() {
        return root;
    }

    private HBox charts() {
        var row = new HBox(16, all, blocked);
        for (ChartPane pane : List.of(all, blocked)) {
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(100);
        }
        row.getStyleClass().add("thread-charts");
        return row;
    }

    private VBox bar() {
        var group = new ToggleGroup();
        var looks = new FlowPane(4, 4);
        for (ThreadLook look : ThreadLook.values()) {
            var button = new ToggleButton(look.title());
            button.setId("look-" + look.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.choose(look));
            Showing.follow(button, model.look(), now -> button.setSelected(now == look));
            looks.getChildren().add(button);
        }
        var filter = new TextField();
        filter.setId("threads-filter");
        filter.setPromptText(Messages.text("thread.filter"));
        filter.setAccessibleText(Messages.text("thread.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        HBox.setHgrow(filter, Priority.ALWAYS);
        ask.setId("threads-ask");
        ask.setMinWidth(Button.USE_PREF_SIZE);
        ask.setOnAction(
                _ -> {
                    if (model.answer(model.look().get()).get().asking()) {
                        model.stop();
                    } else {
                        model.ask();
                    }
                });
        state.setMinWidth(Label.USE_PREF_SIZE);
        var second = new HBox(12, filter, state, ask);
        second.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, looks, second);
    }

    private void show(Vitals vitals) {
        sentence.setText(model.sentence());
        Series total = series(vitals, "threads.threads_total");
        time.tick(vitals.at(), total.points().stream().limit(1).map(Series.Point::at).toList());
        chart(all, vitals, total);
        chart(blocked, vitals, series(vitals, "threads.blocked"));
    }

    private static Series series(Vitals vitals, String metric) {
        return vitals.vital(metric).map(vital -> vital.series(LONGEST)).orElse(Series.EMPTY);
    }

    private static void chart(ChartPane pane, Vitals vitals, Series series) {
        pane.chart().stale(!vitals.state().isConnected());
        pane.show(List.of(new ChartLine("", series)), Unit.COUNT);
    }

    private void show() {
        ThreadLook look = model.look().get();
        ThreadAnswer answer = model.answer(look).get();
        Words.shown(problem, !answer.problem().isEmpty())
                .setText(Messages.text("thread.problem", answer.problem()));
        state.setText(words(answer));
        ask.setText(
                Messages.text(
                        answer.asking()
                                ? "thread.stop"
                                : answer.isKnown() ? "thread.again" : "thread.ask"));
        body.setCenter(content(look, answer));
    }

    private static String words(ThreadAnswer answer) {
        if (answer.asking()) {
            return answer.data()
                    .number("seconds_so_far")
                    .map(s -> Messages.text("thread.sampling", Formats.number(s)))
                    .orElseGet(() -> Messages.text("thread.asking"));
        }
        if (!answer.isKnown()) {
            return "";
        }
        String when = Formats.clock(answer.at());
        double total = answer.data().number("total").orElse(0.0);
        double showing = answer.data().number("showing").orElse(total);
        return showing < total
                ? Messages.text("thread.part", when, Formats.number(showing), Formats.number(total))
                : Messages.text("thread.when", when);
    }

    private Node content(ThreadLook look, ThreadAnswer answer) {
        if (!answer.isKnown()) {
            return EmptyState.of(
                    Feather.LAYERS,
                    look.title(),
                    answer.asking() ? Messages.text("thread.asking") : look.promise());
        }
        if (look.isFlame()) {
            flame.show(FlameTree.of(answer.data().items("items"), Messages.text("thread.root")));
            flame.search(model.filter().get());
            return answer.data().items("items").isEmpty()
                    ? EmptyState.of(
                            Feather.LAYERS,
                            Messages.text("thread.no_samples"),
                            Messages.text("thread.no_samples_next"))
                    : flames;
        }
        return look == ThreadLook.LOCKS ? locks(answer) : rows(look);
    }

    private Node locks(ThreadAnswer answer) {
        LockGraph graph = LockGraph.of(answer.data());
        if (graph.knots().isEmpty()) {
            return EmptyState.of(
                    Feather.UNLOCK,
                    Messages.text("thread.no_locks"),
                    Messages.text("thread.no_locks_next"));
        }
        var scroll = Scrolls.of(LockPane.of(graph, model::find));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    private Node rows(ThreadLook look) {
        if (table.getUserData() != look) {
            table.setUserData(look);
            table.getColumns().setAll(look.columns().stream().map(ThreadsView::column).toList());
        }
        table.getItems().setAll(model.rows());
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        return rows;
    }

    private static TableColumn<Data.Fields, String> column(ThreadLook.Column of) {
        var column = new TableColumn<Data.Fields, String>(of.title());
        column.setCellValueFactory(
                row ->
                        new ReadOnlyStringWrapper(
                                of.field().equals("stack")
                                        ? ThreadWords.innermost(row.getValue())
                                        : ThreadWords.cell(
                                                row.getValue()
                                                        .get(of.field())
                                                        .orElse(Data.NOTHING))));
        column.setSortable(true);
        boolean narrow = !of.isText();
        column.setPrefWidth(narrow ? 96 : 240);
        column.setComparator(ThreadWords::compare);
        return column;
    }
}
