package io.hotlens.ui.control;

import io.hotlens.ui.error.Problem;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// Shows what went wrong, with the details folded away.
public final class ProblemNote {

    private ProblemNote() {}

    public static VBox of(Problem problem) {
        var box = new VBox(8, Words.wrapped(problem.sentence(), "problem-sentence"));
        box.getStyleClass().addAll("note", "note-danger");
        if (!problem.details().isBlank()) {
            var area = new TextArea(problem.details());
            area.setEditable(false);
            area.getStyleClass().add("mono");
            var folded = new TitledPane(Messages.text("error.details"), area);
            folded.setExpanded(false);
            box.getChildren().add(folded);
        }
        return box;
    }
}
