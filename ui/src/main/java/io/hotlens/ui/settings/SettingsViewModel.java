package io.hotlens.ui.settings;

import io.hotlens.app.settings.TargetKey;

import java.util.List;
import java.util.function.Supplier;

/// The parts of the settings screen over one file. Belongs to the JavaFX thread.
public final class SettingsViewModel {

    private final SettingsStore store;
    private final ModelsViewModel models;
    private final EgressViewModel egress;
    private final SpendingForm spending;
    private final MonitorForm monitor;
    private final TelemetryForm telemetry;
    private final HistoryForm history;

    /// @param open the targets that are open
    public SettingsViewModel(SettingsStore store, Supplier<List<TargetKey>> open) {
        this.store = store;
        models = new ModelsViewModel(store);
        egress = new EgressViewModel(store, open);
        spending = new SpendingForm(store);
        monitor = new MonitorForm(store);
        telemetry = new TelemetryForm(store);
        history = new HistoryForm(store);
    }

    SettingsStore store() {
        return store;
    }

    ModelsViewModel models() {
        return models;
    }

    EgressViewModel egress() {
        return egress;
    }

    SpendingForm spending() {
        return spending;
    }

    HistoryForm history() {
        return history;
    }

    MonitorForm monitor() {
        return monitor;
    }

    TelemetryForm telemetry() {
        return telemetry;
    }
}
