package io.hotlens.app.settings;

import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.SpendingLimits;

import java.util.List;

/// What the user chose. Holds no key.
///
/// @param prices of models, before the built-in ones
/// @param egress what may leave for a model
public record Settings(
        ModelCatalog models, SpendingLimits spending, List<Price> prices, EgressPolicy egress) {

    /// Nothing chosen: the rules model alone.
    public static final Settings DEFAULT =
            new Settings(
                    ModelCatalog.EMPTY, SpendingLimits.DEFAULT, List.of(), EgressPolicy.DEFAULT);

    public Settings {
        prices = List.copyOf(prices);
    }
}
