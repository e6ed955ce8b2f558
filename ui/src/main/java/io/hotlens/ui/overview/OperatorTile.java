package io.hotlens.ui.overview;

import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.MarkLabel;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.OperatorCard;
import io.hotlens.ui.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One operator: its verdict as shape and word, what it does now, its step and findings.
final class OperatorTile {

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private OperatorTile() {}

    static VBox of(OperatorCard card) {
        var mark = new MarkLabel(Mark.UNKNOWN);
        card.state().subscribe(state -> mark.show(Mark.of(state)));
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
        card.iteration().subscribe(count);
        card.found().subscribe(count);
        card.running().subscribe(count);
        count.run();
        var box = new VBox(4, top, activity, counts);
        box.getStyleClass().addAll("card", "operator-tile");
        box.setPrefWidth(240);
        card.running().subscribe(now -> box.pseudoClassStateChanged(RUNNING, now));
        Tooltip.install(box, new Tooltip(card.skill().description()));
        return box;
    }
}
