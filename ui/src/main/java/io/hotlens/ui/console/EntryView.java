package io.hotlens.ui.console;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.control.ProblemNote;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// Draws one answer of the console.
final class EntryView {

    private static final int LONGEST_ECHO = 120;

    private EntryView() {}

    static VBox of(Entry entry) {
        var box = new VBox(8, echo(entry));
        box.getStyleClass().add("console-entry");
        switch (entry) {
            case Entry.Told(_, String text) -> box.getChildren().add(Words.wrapped(text, "mono"));
            case Entry.Broken(_, var problem) -> box.getChildren().add(ProblemNote.of(problem));
            case Entry.Ran(_, LuaOutcome outcome) -> {
                if (!outcome.printed().isEmpty()) {
                    box.getChildren()
                            .add(
                                    Words.wrapped(
                                            String.join("\n", outcome.printed()),
                                            "mono",
                                            "code-block"));
                }
                box.getChildren().add(outcome(outcome));
                findings(outcome, box);
            }
        }
        return box;
    }

    private static HBox echo(Entry entry) {
        String line = entry.input().lines().findFirst().orElse("");
        boolean more = entry.input().lines().count() > 1 || line.length() > LONGEST_ECHO;
        String shown = line.substring(0, Math.min(LONGEST_ECHO, line.length()));
        var row = new HBox(8, Words.label("› " + shown + (more ? " …" : ""), "mono", "muted"));
        if (entry instanceof Entry.Ran(_, LuaOutcome outcome)) {
            row.getChildren().addAll(Words.gap(), Words.small(Formats.duration(outcome.took())));
        }
        return row;
    }

    private static Node outcome(LuaOutcome outcome) {
        return switch (outcome) {
            case LuaOutcome.Value value -> ResultView.of(value.result());
            case LuaOutcome.Failure(String message, int line, _, _, _) -> {
                var note =
                        Words.wrapped(
                                line > 0
                                        ? Messages.text("console.failed_line", line, message)
                                        : Messages.text("console.failed", message),
                                "danger-text",
                                "mono");
                note.setId("console-error");
                yield note;
            }
        };
    }

    private static void findings(LuaOutcome outcome, VBox box) {
        List<Data.Fields> findings = outcome.findings();
        if (!findings.isEmpty()) {
            box.getChildren()
                    .addAll(
                            Words.small(Messages.text("console.findings", findings.size())),
                            DataTree.of(Data.items(findings), Messages.text("console.result")));
        }
    }
}
