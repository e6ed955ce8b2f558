package io.hotlens.ui.control;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An insight as a card: the root cause in one line, how sure it is and why, the evidence, what to
/// do and how to verify it.
public final class InsightCard {

    /// What the card's buttons do.
    ///
    /// @param runVerification empty when the target is not at hand
    public record Actions(
            Consumer<NotificationId> openEvidence, Optional<Consumer<Insight>> runVerification) {

        public Actions(Consumer<NotificationId> openEvidence, Consumer<Insight> runVerification) {
            this(openEvidence, Optional.of(runVerification));
        }
    }

    private InsightCard() {}

    /// @param cited the notifications the insight rests on
    public static VBox of(Insight insight, List<Notification> cited, Actions actions) {
        var card = new VBox(8);
        card.getStyleClass().addAll("card", "insight-card");
        card.getChildren().addAll(top(insight), Words.wrapped(insight.summary(), "root-cause"));
        if (!insight.rootCauseHypothesis().isBlank()) {
            card.getChildren().add(hypothesis(insight));
        }
        card.getChildren().add(evidence(cited, actions));
        if (!insight.recommendation().isBlank()) {
            card.getChildren()
                    .addAll(
                            Words.heading(Messages.text("insight.do")),
                            Words.wrapped(insight.recommendation()));
        }
        if (!insight.verifyWith().isBlank()) {
            card.getChildren().addAll(verification(insight, actions));
        }
        return card;
    }

    private static VBox top(Insight insight) {
        var row =
                new HBox(
                        8,
                        new MarkLabel(Mark.of(insight.severity())).node(),
                        Words.chip(insight.rootCause().type()),
                        Words.chip(Terms.of(insight.correlationType()), "chip-quiet"));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                4,
                row,
                Words.wrapped(
                        Messages.text(
                                "insight.confidence",
                                Terms.of(insight.confidence()),
                                insight.confidenceReason()),
                        "small"));
    }

    private static VBox hypothesis(Insight insight) {
        String kind =
                Messages.text(insight.hypothesisGrounded() ? "insight.grounded" : "insight.guess");
        Label text = Words.wrapped(insight.rootCauseHypothesis());
        if (!insight.hypothesisGrounded()) {
            text.getStyleClass().add("guess");
        }
        return new VBox(4, Words.small(kind), text);
    }

    private static FlowPane evidence(List<Notification> cited, Actions actions) {
        var pane = new FlowPane(8, 8, Words.small(Messages.text("insight.evidence")));
        pane.setRowValignment(VPos.CENTER);
        for (Notification notification : cited) {
            var chip =
                    new Button(
                            Messages.text(
                                    "insight.chip",
                                    notification.operator().value(),
                                    notification.type()));
            chip.setMnemonicParsing(false);
            chip.setGraphic(Mark.of(notification.severity()).shape());
            chip.getStyleClass().add("evidence-chip");
            chip.setOnAction(_ -> actions.openEvidence().accept(notification.id()));
            pane.getChildren().add(chip);
        }
        return pane;
    }

    private static List<Node> verification(Insight insight, Actions actions) {
        var row = new HBox(8, Words.heading(Messages.text("insight.verify")));
        actions.runVerification()
                .ifPresent(
                        verify -> {
                            var run = new Button(Messages.text("insight.verify_run"));
                            run.setId("verify-run");
                            run.setOnAction(_ -> verify.accept(insight));
                            row.getChildren().addAll(Words.gap(), run);
                        });
        row.setAlignment(Pos.CENTER_LEFT);
        return List.of(row, Words.wrapped(insight.verifyWith(), "mono", "code-block"));
    }
}
