package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.model.Price;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import java.util.Locale;
import java.util.Optional;

/// One client in the list: what it is, what it plays, whether it works, and what can be done.
final class ClientCard {

    private ClientCard() {}

    static VBox of(ClientLine line, ModelsViewModel model) {
        var card = new VBox(8, head(line, model), facts(line));
        card.getStyleClass().add("card");
        if (model.leaving().get().filter(line.name()::equals).isPresent()) {
            card.getChildren().add(leaving(line, model));
        }
        Optional.ofNullable(model.tests().get(line.name()))
                .ifPresent(test -> card.getChildren().add(test(line, test, model)));
        return card;
    }

    private static HBox head(ClientLine line, ModelsViewModel model) {
        Label name = Words.strong(line.name());
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label asked = Words.muted(line.client().spec().toString());
        asked.setMinWidth(0);
        var row = new HBox(8, name, asked);
        line.parts().forEach(part -> row.getChildren().add(Words.chip(part)));
        row.getChildren()
                .addAll(
                        Words.gap(),
                        Fields.button(
                                "test-" + line.name(),
                                Messages.text("settings.test"),
                                () -> model.test(line.name())),
                        Fields.button(
                                "edit-" + line.name(),
                                Messages.text("settings.edit"),
                                () -> model.edit(line.name()),
                                "flat"),
                        Fields.button(
                                "remove-" + line.name(),
                                Messages.text("settings.remove"),
                                () -> model.leaving().set(Optional.of(line.name())),
                                "flat"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox facts(ClientLine line) {
        String key =
                switch (line.key()) {
                    case LOOKING -> Messages.text("settings.key_looking");
                    case FOUND -> Messages.text("settings.key_found");
                    case MISSING ->
                            Messages.text(
                                    "settings.key_missing",
                                    line.client().spec().provider().keyVariable().orElse(""));
                    case NOT_NEEDED -> Messages.text("settings.key_optional");
                };
        var box =
                new VBox(
                        4,
                        marked(
                                switch (line.key()) {
                                    case FOUND, NOT_NEEDED -> Mark.HEALTHY;
                                    case MISSING -> Mark.WARNING;
                                    case LOOKING -> Mark.UNKNOWN;
                                },
                                key),
                        Words.small(line.client().spec().baseUrl().toString()));
        if (!line.client().fallbacks().isEmpty()) {
            box.getChildren()
                    .add(
                            Words.small(
                                    Messages.text(
                                            "settings.then",
                                            String.join(", ", line.client().fallbacks()))));
        }
        return box;
    }

    private static HBox leaving(ClientLine line, ModelsViewModel model) {
        Label sure = Words.wrapped(Messages.text("settings.remove_sure", line.name()));
        HBox.setHgrow(sure, javafx.scene.layout.Priority.ALWAYS);
        var row =
                new HBox(
                        8,
                        sure,
                        Fields.button(
                                "remove-yes",
                                Messages.text("settings.remove"),
                                model::remove,
                                "danger"),
                        Fields.button(
                                "remove-no",
                                Messages.text("settings.keep"),
                                () -> model.leaving().set(Optional.empty())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("note", "note-danger");
        return row;
    }

    private static Node test(ClientLine line, ClientTrial test, ModelsViewModel model) {
        return switch (test) {
            case ClientTrial.Running _ -> {
                var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
                bar.setPrefWidth(96);
                var row =
                        new HBox(
                                8,
                                bar,
                                Words.small(Messages.text("settings.testing", line.name())),
                                Words.gap(),
                                Fields.button(
                                        "test-cancel",
                                        Messages.text("settings.give_up"),
                                        () -> model.cancelTest(line.name())));
                row.setAlignment(Pos.CENTER_LEFT);
                yield row;
            }
            case ClientTrial.Done(ModelCheck check) -> told(check);
            case ClientTrial.Failed(var problem) -> io.hotlens.ui.control.ProblemNote.of(problem);
        };
    }

    private static VBox told(ModelCheck check) {
        var box = new VBox(4);
        box.getStyleClass().add("test-result");
        String time = Formats.duration(check.latency());
        box.getChildren()
                .add(
                        check.answered()
                                ? marked(Mark.HEALTHY, Messages.text("settings.answers", time))
                                : marked(Mark.CRITICAL, Messages.text("settings.no_answer", time)));
        if (check.answered()) {
            box.getChildren()
                    .add(
                            check.callsTools()
                                    ? marked(Mark.HEALTHY, Messages.text("settings.tools"))
                                    : marked(Mark.CRITICAL, Messages.text("settings.no_tools")));
        }
        box.getChildren()
                .add(
                        check.price()
                                .map(price -> marked(Mark.HEALTHY, price(price)))
                                .orElseGet(
                                        () ->
                                                marked(
                                                        Mark.WARNING,
                                                        Messages.text("settings.no_price"))));
        if (!check.problem().isEmpty()) {
            box.getChildren().add(Words.wrapped(check.problem(), "problem-sentence"));
        }
        return box;
    }

    private static String price(Price price) {
        return Messages.text(
                "settings.price", dollars(price.inputUsd()), dollars(price.outputUsd()));
    }

    private static String dollars(double usd) {
        return String.format(Locale.ROOT, "%.2f", usd);
    }

    private static HBox marked(Mark mark, String words) {
        var shape = new SVGPath();
        mark.show(shape);
        Label label = Words.wrapped(words);
        label.setMinWidth(0);
        var row = new HBox(8, shape, label);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
