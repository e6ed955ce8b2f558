package io.hotlens.ui.history;

import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.store.Comparison;
import io.hotlens.app.store.Comparison.Pair;
import io.hotlens.app.store.Comparison.Side;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// Two investigations side by side: what is new, what is gone, what is the same.
final class ComparisonPane {

    private static final double CHANGE = 72;

    private ComparisonPane() {}

    static Parent of(Shown.Two two) {
        var box = new VBox(16, sentence(two.comparison()));
        box.getStyleClass().add("detail");
        var table = table();
        table.addRow(
                0,
                Words.small(""),
                head(two.before().investigation()),
                head(two.after().investigation()));
        int row = 1;
        row = rows(table, row, Messages.text("history.causes"), two.comparison().causes());
        rows(table, row, Messages.text("history.findings"), two.comparison().findings());
        box.getChildren().add(table);
        return box;
    }

    private static Node sentence(Comparison comparison) {
        var headline =
                Words.headline(
                        Messages.text(
                                "history.compared",
                                count(comparison, Comparison.Change.NEW),
                                count(comparison, Comparison.Change.GONE),
                                count(comparison, Comparison.Change.SAME)));
        headline.setId("history-compared");
        return headline;
    }

    private static long count(Comparison comparison, Comparison.Change change) {
        return comparison.findings().stream().filter(pair -> pair.change() == change).count();
    }

    private static GridPane table() {
        var table = new GridPane(16, 12);
        table.getColumnConstraints().setAll(List.of(new ColumnConstraints(CHANGE), half(), half()));
        return table;
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setHgrow(Priority.ALWAYS);
        half.setPrefWidth(0);
        return half;
    }

    private static VBox head(Investigation one) {
        return new VBox(
                2,
                Words.wrapped(
                        Messages.text(
                                "history.side", one.target().name(), Formats.full(one.startedAt())),
                        "strong"),
                Words.wrapped(one.request().reason(), "muted"));
    }

    private static int rows(GridPane table, int first, String heading, List<Pair> pairs) {
        int row = first;
        table.add(Words.heading(heading), 0, row++, 3, 1);
        if (pairs.isEmpty()) {
            table.add(Words.muted(Messages.text("history.neither")), 0, row++, 3, 1);
        }
        for (Pair pair : pairs) {
            table.addRow(
                    row++,
                    atTop(chip(pair)),
                    atTop(side(pair.before())),
                    atTop(side(pair.after())));
        }
        return row;
    }

    private static <N extends Node> N atTop(N node) {
        GridPane.setValignment(node, VPos.TOP);
        return node;
    }

    private static String word(Pair pair) {
        return switch (pair.change()) {
            case NEW -> Messages.text("history.new");
            case GONE -> Messages.text("history.gone");
            case SAME -> Messages.text("history.same");
        };
    }

    private static Label chip(Pair pair) {
        return pair.change() == Comparison.Change.NEW
                ? Words.chip(word(pair))
                : Words.chip(word(pair), "chip-quiet");
    }

    private static Node side(Optional<Side> side) {
        if (side.isEmpty()) {
            return Words.muted(Messages.text("history.absent"));
        }
        Side one = side.get();
        var title =
                new HBox(
                        8,
                        Mark.of(one.severity()).shape(),
                        Words.wrapped(
                                one.subject().isEmpty()
                                        ? one.type()
                                        : Messages.text("history.cause", one.type(), one.subject()),
                                "strong"));
        return new VBox(2, title, Words.wrapped(one.text(), "muted"));
    }
}
