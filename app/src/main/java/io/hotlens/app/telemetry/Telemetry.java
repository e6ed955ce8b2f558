package io.hotlens.app.telemetry;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that Hotlens tells of itself, from the events of a session. Closing delivers what was
/// published until then, and gives up after 3 s each.
public final class Telemetry implements AutoCloseable {

    private final List<TelemetryFeed> feeds;

    private Telemetry(List<TelemetryFeed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /// Writes the file and sends to the collector that the options name.
    ///
    /// @param troubles told a sentence for the user, once, when the file or the collector fails
    ///   later; from another thread
    /// @throws IOException when the file cannot be written; the message is for the user
    public static Telemetry start(EventBus bus, TelemetryOptions options, Consumer<String> troubles)
            throws IOException {
        return start(bus, options, troubles, JsonLinesFile::open);
    }

    /// Opens the file of an export.
    @FunctionalInterface
    interface FileOpener {
        TelemetrySink open(Path file, Consumer<String> troubles) throws IOException;
    }

    static Telemetry start(
            EventBus bus, TelemetryOptions options, Consumer<String> troubles, FileOpener files)
            throws IOException {
        var feeds = new ArrayList<TelemetryFeed>();
        Optional<Path> file = options.file();
        if (file.isPresent()) {
            feeds.add(TelemetryFeed.start(bus, files.open(file.get(), troubles)));
        }
        Optional<URI> collector = options.otlp();
        if (collector.isPresent()) {
            feeds.add(TelemetryFeed.start(bus, OtlpExport.to(collector.get(), troubles)));
        }
        return new Telemetry(feeds);
    }

    /// One event as telemetry tells it.
    public static TelemetryEvent told(AppEvent event) {
        return Translation.of(event);
    }

    /// Hands each event from now on to a reader of the caller's, on a thread of its own.
    public static TelemetryFeed subscribe(EventBus bus, Consumer<TelemetryEvent> reader) {
        return TelemetryFeed.start(
                bus,
                new TelemetrySink() {
                    @Override
                    public void accept(TelemetryEvent event) {
                        reader.accept(event);
                    }

                    @Override
                    public void close() {}
                });
    }

    /// Makes each investigation, run, iteration and call an event of this JVM's flight recorder;
    /// without a recording it costs next to nothing.
    public static TelemetryFeed flightEvents(EventBus bus) {
        return TelemetryFeed.start(bus, new FlightEvents());
    }

    @Override
    public void close() {
        feeds.forEach(TelemetryFeed::close);
    }
}
