package io.hotlens.app.session;

import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.settings.SettingsFile;

import java.util.function.Supplier;

/// What the user chooses for the monitor, read anew each time; while the settings cannot be
/// understood, what was chosen before.
final class MonitorWishes implements Supplier<MonitorChoices> {

    private final SettingsFile settings;
    private volatile MonitorChoices last = MonitorChoices.DEFAULT;

    MonitorWishes(SettingsFile settings) {
        this.settings = settings;
    }

    @Override
    public MonitorChoices get() {
        try {
            last = settings.read().monitor();
        } catch (SettingsException _) {
            return last;
        }
        return last;
    }
}
