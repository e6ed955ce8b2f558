package io.hotlens.app.telemetry;

import java.util.function.Consumer;

/// Takes telemetry events one after the other, and is closed after the last, all on one thread.
interface TelemetrySink extends Consumer<TelemetryEvent>, AutoCloseable {

    /// Hands on what is still held; it may block, and is given up when it takes too long.
    @Override
    void close();
}
