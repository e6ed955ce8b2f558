package io.hotlens.app.telemetry;

import io.hotlens.app.event.EventBus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What several sessions of this process write and send; those that name the same file share it.
/// Safe from any thread.
public final class TelemetryExports {

    private final Map<Path, Shared> files = new HashMap<>();

    /// As [Telemetry#start(EventBus, TelemetryOptions, Consumer)].
    ///
    /// @param troubles of a file that is open already go to whom it was opened for
    /// @throws IOException when the file cannot be written; the message is for the user
    public Telemetry start(EventBus bus, TelemetryOptions options, Consumer<String> troubles)
            throws IOException {
        return Telemetry.start(bus, options, troubles, this::open);
    }

    private TelemetrySink open(Path file, Consumer<String> troubles) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        synchronized (files) {
            Shared shared = files.get(key);
            if (shared == null) {
                shared = new Shared(key, JsonLinesFile.open(file, troubles));
                files.put(key, shared);
            }
            shared.users++;
            return new Use(shared);
        }
    }

    /// A file with its number of users, which `files` guards.
    private static final class Shared {
        private final Path key;
        private final TelemetrySink sink;
        private int users;

        Shared(Path key, TelemetrySink sink) {
            this.key = key;
            this.sink = sink;
        }

        synchronized void accept(TelemetryEvent event) {
            sink.accept(event);
        }
    }

    private final class Use implements TelemetrySink {
        private final Shared shared;

        Use(Shared shared) {
            this.shared = shared;
        }

        @Override
        public void accept(TelemetryEvent event) {
            shared.accept(event);
        }

        @Override
        public void close() {
            synchronized (files) {
                shared.users--;
                if (shared.users == 0) {
                    files.remove(shared.key);
                    shared.sink.close();
                }
            }
        }
    }
}
