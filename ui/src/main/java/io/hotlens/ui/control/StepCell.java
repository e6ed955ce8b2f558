package io.hotlens.ui.control;

import io.hotlens.skills.data.Json;
import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;
import io.hotlens.ui.model.StepLine.Detail;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.LongConsumer;

/// Draws one row of a tree of steps.
final class StepCell extends TreeCell<StepRow> {

    private static final int LONGEST = 4_000;

    private final LongConsumer openRequest;

    /// @param openRequest shows a request that was sent, by its number
    StepCell(LongConsumer openRequest) {
        this.openRequest = openRequest;
        setPrefWidth(0);
        getStyleClass().add("timeline-cell");
    }

    @Override
    protected void updateItem(StepRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : draw(row));
    }

    /// A wrapped text must know its width before the row can know its height.
    private Label fitted(Label text, double beside) {
        text.prefWidthProperty().bind(getTreeView().widthProperty().subtract(beside));
        text.setMaxWidth(Label.USE_PREF_SIZE);
        return text;
    }

    private Node draw(StepRow row) {
        return switch (row) {
            case StepRow.Top _ -> new Label();
            case StepRow.Group(StepGroup group) -> group(group);
            case StepRow.Step(StepLine line) -> step(line);
            case StepRow.Behind(Detail detail) -> behind(detail);
        };
    }

    private static Node group(StepGroup group) {
        var mark = new MarkLabel(Mark.of(group.state().get()));
        boolean judged = group.state().get().isPresent();
        Label steps =
                Words.small(
                        Messages.text(
                                group.running().get() ? "timeline.working" : "timeline.steps",
                                group.lines().size()));
        var row = new HBox(8, Words.strong(group.title()), steps);
        if (judged) {
            row.getChildren().addAll(Words.gap(), mark.node());
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node step(StepLine line) {
        Label words =
                switch (line.weight()) {
                    case QUIET -> Words.wrapped(line.words(), "muted");
                    case NORMAL -> Words.wrapped(line.words());
                    case FINDING -> Words.wrapped(line.words(), "strong");
                    case TROUBLE -> Words.wrapped(line.words(), "danger-text");
                };
        Label time = Words.label(Formats.clock(line.at()), "small", "mono-small");
        time.setMinWidth(Label.USE_PREF_SIZE);
        return new HBox(8, time, fitted(words, 168));
    }

    private Node behind(Detail detail) {
        return switch (detail) {
            case Detail.ToolCall(String tool, var arguments) ->
                    titled(
                            Messages.text("timeline.tool"),
                            tool + " " + shortened(Json.writePretty(arguments)));
            case Detail.Lua(String code) -> titled(Messages.text("timeline.lua"), shortened(code));
            case Detail.Result(var value) ->
                    titled(Messages.text("timeline.result"), shortened(Json.writePretty(value)));
            case Detail.Request(long number) -> request(number);
            case Detail.Words(String text) -> fitted(Words.wrapped(text, "muted"), 112);
        };
    }

    private Node request(long number) {
        var link = new Hyperlink(Messages.text("timeline.request", String.valueOf(number)));
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> openRequest.accept(number));
        return link;
    }

    private Node titled(String title, String code) {
        return new VBox(
                4, Words.small(title), fitted(Words.wrapped(code, "mono", "code-block"), 112));
    }

    private static String shortened(String text) {
        String trimmed = text.strip();
        return trimmed.length() <= LONGEST
                ? trimmed
                : trimmed.substring(0, LONGEST)
                        + Messages.text("timeline.more", trimmed.length() - LONGEST);
    }
}
