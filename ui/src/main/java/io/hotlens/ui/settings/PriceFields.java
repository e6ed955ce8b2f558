package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The three fields of a model's price.
final class PriceFields {

    private PriceFields() {}

    /// @param save what Enter does
    static VBox of(PriceForm form, Runnable save) {
        var row = new HBox(16);
        for (PriceForm.Kind kind : PriceForm.Kind.values()) {
            PriceForm.Entry entry = form.entry(kind);
            TextField field = Fields.text(new TextField(), id(kind), entry.text());
            field.setPromptText(Messages.text("settings.price_prompt"));
            field.setOnAction(_ -> save.run());
            VBox named = Fields.named(name(kind), field, entry.wrong());
            named.setPrefWidth(208);
            row.getChildren().add(named);
        }
        return new VBox(
                4,
                Words.small(Messages.text("settings.price_of")),
                row,
                Words.wrapped(Messages.text("settings.price_says"), "small"));
    }

    private static String id(PriceForm.Kind kind) {
        return switch (kind) {
            case INPUT -> "price-input";
            case OUTPUT -> "price-output";
            case CACHED -> "price-cached";
        };
    }

    private static String name(PriceForm.Kind kind) {
        return switch (kind) {
            case INPUT -> Messages.text("settings.price_input");
            case OUTPUT -> Messages.text("settings.price_output");
            case CACHED -> Messages.text("settings.price_cached");
        };
    }
}
