package io.hotlens.app.settings;

import io.hotlens.app.llm.ModelCatalog;
import io.hotlens.app.llm.Price;
import io.hotlens.app.llm.SpendingLimits;

import java.util.List;

/// What the user chose. Holds no key.
///
/// @param prices of models, before the built-in ones
public record Settings(ModelCatalog models, SpendingLimits spending, List<Price> prices) {

    /// Nothing chosen: the rules model alone.
    public static final Settings DEFAULT =
            new Settings(ModelCatalog.EMPTY, SpendingLimits.DEFAULT, List.of());

    public Settings {
        prices = List.copyOf(prices);
    }
}
