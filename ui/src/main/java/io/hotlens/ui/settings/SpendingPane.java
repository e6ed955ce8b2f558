package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.settings.SpendingForm.Kind;
import io.hotlens.ui.settings.SpendingForm.Span;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// The limits of spending as a table.
final class SpendingPane {

    private final VBox root;

    SpendingPane(SpendingForm form) {
        var grid = new GridPane(16, 8);
        int column = 1;
        for (Kind kind : Kind.values()) {
            grid.add(Words.small(title(kind)), column, 0);
            column++;
        }
        int row = 1;
        for (Span span : Span.values()) {
            var title = Words.label(title(span));
            title.setMinWidth(96);
            GridPane.setValignment(title, VPos.TOP);
            title.getStyleClass().add("row-title");
            grid.add(title, 0, row);
            column = 1;
            for (Kind kind : Kind.values()) {
                grid.add(cell(form, span, kind), column, row);
                column++;
            }
            row++;
        }
        root =
                Fields.section(
                        Messages.text("settings.spending"),
                        Messages.text("settings.spending_next"),
                        grid,
                        Fields.saving(
                                "spending",
                                form.changed(),
                                new String[] {
                                    Messages.text("settings.save"), Messages.text("settings.undo")
                                },
                                form::save,
                                form::reset));
    }

    VBox node() {
        return root;
    }

    private static VBox cell(SpendingForm form, Span span, Kind kind) {
        String id = "limit-%s-%s".formatted(span.name(), kind.name()).toLowerCase(Locale.ROOT);
        Entry entry = form.entry(span, kind);
        TextField field = Fields.text(new TextField(), id, entry.text());
        field.setPromptText(Messages.text("settings.no_limit"));
        field.setAccessibleText(title(span) + ", " + title(kind));
        field.setOnAction(_ -> form.save());
        field.setPrefWidth(176);
        var box = new VBox(4, field, Fields.wrong(id + "-wrong", entry.wrong()));
        box.setMaxWidth(176);
        return box;
    }

    private static String title(Span span) {
        return switch (span) {
            case RUN -> Messages.text("settings.a_run");
            case HOUR -> Messages.text("settings.an_hour");
            case DAY -> Messages.text("settings.a_day");
        };
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case CALLS -> Messages.text("settings.calls");
            case TOKENS -> Messages.text("settings.tokens");
            case USD -> Messages.text("settings.usd");
        };
    }
}
