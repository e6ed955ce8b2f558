package io.hotlens.ui.investigate;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.notification.Notification;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepWords;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was asked about an investigation, and the field for the next question.
final class QuestionsPane {

    private final Run run;
    private final InvestigateViewModel.Links links;
    private final VBox answers = new VBox(16);
    private final TextField question = new TextField();
    private final Button ask = new Button(Messages.text("chat.ask"));
    private final VBox root;
    private final HBox field;

    QuestionsPane(Run run, InvestigateViewModel.Links links) {
        this.run = run;
        this.links = links;
        question.setId("question");
        question.setPromptText(Messages.text("chat.prompt"));
        question.setAccessibleText(Messages.text("chat.prompt"));
        question.setOnAction(_ -> ask());
        HBox.setHgrow(question, Priority.ALWAYS);
        ask.setId("ask");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(_ -> ask());
        ask.disableProperty().bind(question.textProperty().map(String::isBlank));
        root = new VBox(16, Words.heading(Messages.text("chat.heading")), answers);
        field = new HBox(8, question, ask);
        field.getStyleClass().add("ask-row");
        Showing.watch(root, run.questions().answers(), this::tell);
        Showing.watch(root, run.questions().asking(), this::tell);
        Showing.watch(root, run.outcome(), this::tell);
    }

    /// The questions so far with their answers.
    VBox node() {
        return root;
    }

    /// Where the next one is asked.
    HBox field() {
        return field;
    }

    private void ask() {
        if (!question.getText().isBlank() && run.questions().asking().get().isEmpty()) {
            links.asking().ask().accept(run.id(), question.getText());
            question.clear();
        }
    }

    private void tell() {
        boolean over = run.outcome().get().isPresent();
        Words.shown(field, over);
        Words.shown(
                root,
                over
                        && !(run.questions().answers().isEmpty()
                                && run.questions().asking().get().isEmpty()));
        answers.getChildren().setAll(run.questions().answers().stream().map(this::card).toList());
        run.questions()
                .asking()
                .get()
                .ifPresent(asked -> answers.getChildren().add(waiting(asked)));
        question.setDisable(run.questions().asking().get().isPresent());
    }

    private VBox card(ChatAnswer answer) {
        var card = new VBox(4, Words.wrapped(answer.question(), "strong"));
        card.getChildren()
                .add(
                        answer.answered()
                                ? Words.wrapped(answer.text())
                                : Words.wrapped(
                                        Messages.text(
                                                "chat.no_answer", StepWords.of(answer.outcome())),
                                        "muted"));
        var cited = new FlowPane(8, 4);
        run.found().stream()
                .filter(found -> answer.cited().contains(found.id().value()))
                .map(this::evidence)
                .forEach(cited.getChildren()::add);
        if (!cited.getChildren().isEmpty()) {
            card.getChildren().add(cited);
        }
        return card;
    }

    private Button evidence(Notification found) {
        var open =
                new Button(
                        Messages.text("chat.evidence", found.operator().value(), found.type()),
                        Mark.of(found.severity()).shape());
        open.setMnemonicParsing(false);
        open.getStyleClass().addAll("flat", "finding");
        open.setOnAction(_ -> links.openNotification().accept(found.id()));
        return open;
    }

    private VBox waiting(String asked) {
        var step = Words.muted("");
        step.textProperty().bind(run.questions().step());
        var stop = new Button(Messages.text("chat.stop"));
        stop.setId("stop-asking");
        stop.setOnAction(_ -> links.asking().stop().accept(run.id()));
        var row = new HBox(8, step, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, Words.wrapped(asked, "strong"), row);
    }
}
