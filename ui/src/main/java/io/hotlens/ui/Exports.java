package io.hotlens.ui;

import io.hotlens.app.session.Session;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryExports;
import io.hotlens.app.telemetry.TelemetryOptions;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The telemetry of the open sessions, as the settings say. Its methods block; safe from any
/// thread.
final class Exports implements AutoCloseable {

    private final Supplier<TelemetryOptions> options;
    private final Consumer<String> troubles;
    private final TelemetryExports exports = new TelemetryExports();
    private final Map<Session, Telemetry> running = new HashMap<>();

    /// @param options throws a [SettingsException] when the settings cannot be understood
    /// @param troubles told a sentence for the user
    Exports(Supplier<TelemetryOptions> options, Consumer<String> troubles) {
        this.options = options;
        this.troubles = troubles;
    }

    /// Writes and sends what happens in a session from now on.
    synchronized void follow(Session session) {
        try {
            running.put(session, exports.start(session.events(), options.get(), troubles));
        } catch (IOException | SettingsException e) {
            troubles.accept(String.valueOf(e.getMessage()));
        }
    }

    /// Goes on as the settings say now.
    synchronized void settingsChanged() {
        troubles.accept("");
        for (Session session : Map.copyOf(running).keySet()) {
            end(session);
            follow(session);
        }
    }

    /// Delivers what is left of a session that was closed.
    synchronized void end(Session session) {
        Telemetry telemetry = running.remove(session);
        if (telemetry != null) {
            telemetry.close();
        }
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Telemetry::close);
        running.clear();
    }
}
