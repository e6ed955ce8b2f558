package io.hotlens.ui.overview;

import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.MarkLabel;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.OperatorCard;
import io.hotlens.ui.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One operator: its verdict as shape and word, what it does now, its step and findings.
final class OperatorTile {

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private OperatorTile() {}

    static VBox of(OperatorCard card) {
        var mark = new MarkLabel(Mark.UNKNOWN);
        Showing.follow(mark.node(), card.state(), state -> mark.show(Mark.of(state)));
        Label title = Words.wrapped(card.skill().title(), "strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        var top = new HBox(8, title, mark.node());
        mark.node().setMinWidth(Label.USE_PREF_SIZE);
        top.setAlignment(Pos.TOP_LEFT);
        Label activity = Words.label("", "muted", "operator-activity");
        activity.setWrapText(true);
        activity.textProperty().bind(card.activity());
        activity.setAlignment(Pos.TOP_LEFT);
        Label counts = Words.small("");
        Runnable count =
                () ->
                        counts.setText(
                                Messages.text(
                                        card.running().get() ? "operator.step" : "operator.last",
                                        card.iteration().get(),
                                        card.found().get()));
        Showing.watch(counts, card.iteration(), count);
        Showing.watch(counts, card.found(), count);
        Showing.watch(counts, card.running(), count);
        var box = new VBox(4, top, activity, counts);
        box.getStyleClass().addAll("card", "operator-tile");
        box.setPrefWidth(240);
        Showing.follow(box, card.running(), now -> box.pseudoClassStateChanged(RUNNING, now));
        Hint.on(box, card.skill().description());
        return box;
    }
}
