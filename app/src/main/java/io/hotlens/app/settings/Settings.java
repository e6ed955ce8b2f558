package io.hotlens.app.settings;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.app.store.HistoryOptions;
import io.hotlens.app.telemetry.TelemetryOptions;

import java.util.List;

/// What the user chose. Holds no key.
///
/// @param prices of models, before the built-in ones
/// @param egress what may leave for a model
/// @param monitor how it watches, and what follows
/// @param history whether investigations are kept, and for how long
/// @param telemetry where the steps of each run are written or sent
public record Settings(
        ModelCatalog models,
        SpendingLimits spending,
        List<Price> prices,
        EgressChoices egress,
        MonitorChoices monitor,
        HistoryOptions history,
        TelemetryOptions telemetry) {

    /// Nothing chosen: the rules model alone.
    public static final Settings DEFAULT =
            new Settings(
                    ModelCatalog.EMPTY,
                    SpendingLimits.DEFAULT,
                    List.of(),
                    EgressChoices.DEFAULT,
                    MonitorChoices.DEFAULT,
                    HistoryOptions.DEFAULT,
                    TelemetryOptions.NONE);

    public Settings {
        prices = List.copyOf(prices);
    }

    public Settings with(ModelCatalog others) {
        return new Settings(others, spending, prices, egress, monitor, history, telemetry);
    }

    public Settings with(SpendingLimits others) {
        return new Settings(models, others, prices, egress, monitor, history, telemetry);
    }

    public Settings withPrices(List<Price> others) {
        return new Settings(models, spending, others, egress, monitor, history, telemetry);
    }

    public Settings with(EgressChoices others) {
        return new Settings(models, spending, prices, others, monitor, history, telemetry);
    }

    public Settings with(TelemetryOptions others) {
        return new Settings(models, spending, prices, egress, monitor, history, others);
    }

    public Settings with(MonitorChoices others) {
        return new Settings(models, spending, prices, egress, others, history, telemetry);
    }

    public Settings with(HistoryOptions others) {
        return new Settings(models, spending, prices, egress, monitor, others, telemetry);
    }
}
