package io.hotlens.ui;

import io.hotlens.app.session.Session;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryExports;
import io.hotlens.app.telemetry.TelemetryOptions;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The telemetry of the open sessions, as the settings say. Its methods block; safe from any
/// thread.
final class Exports implements AutoCloseable {

    /// @param telemetry empty when it could not be started
    private record Export(TelemetryOptions options, Optional<Telemetry> telemetry) {
        void close() {
            telemetry.ifPresent(Telemetry::close);
        }
    }

    private final Supplier<TelemetryOptions> options;
    private final Consumer<String> troubles;
    private final TelemetryExports exports = new TelemetryExports();
    private final Map<Session, Export> running = new HashMap<>();

    /// @param options throws a [SettingsException] when the settings cannot be understood
    /// @param troubles told a sentence for the user; an empty one when all is well again
    Exports(Supplier<TelemetryOptions> options, Consumer<String> troubles) {
        this.options = options;
        this.troubles = troubles;
    }

    /// Writes and sends what happens in a session from now on.
    synchronized void follow(Session session) {
        running.put(session, start(session, chosen()));
    }

    private TelemetryOptions chosen() {
        try {
            return options.get();
        } catch (SettingsException e) {
            troubles.accept(String.valueOf(e.getMessage()));
            return TelemetryOptions.NONE;
        }
    }

    private Export start(Session session, TelemetryOptions chosen) {
        try {
            return new Export(
                    chosen, Optional.of(exports.start(session.events(), chosen, troubles)));
        } catch (IOException e) {
            troubles.accept(String.valueOf(e.getMessage()));
            return new Export(chosen, Optional.empty());
        }
    }

    /// Goes on as the settings say now; what they leave as it was is not interrupted.
    synchronized void settingsChanged() {
        TelemetryOptions now = chosen();
        if (running.values().stream().allMatch(export -> export.options().equals(now))) {
            return;
        }
        troubles.accept("");
        running.replaceAll(
                (session, export) -> {
                    export.close();
                    return start(session, now);
                });
    }

    /// Delivers what is left of a session that was closed.
    synchronized void end(Session session) {
        Export export = running.remove(session);
        if (export != null) {
            export.close();
        }
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Export::close);
        running.clear();
    }
}
