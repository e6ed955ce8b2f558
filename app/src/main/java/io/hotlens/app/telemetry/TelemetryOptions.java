package io.hotlens.app.telemetry;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where telemetry goes beside flight recordings.
///
/// @param file takes one JSON object a line
/// @param otlp base URL of a collector that speaks OTLP over HTTP, such as `http://localhost:4318`
public record TelemetryOptions(Optional<Path> file, Optional<URI> otlp) {

    public static final TelemetryOptions NONE =
            new TelemetryOptions(Optional.empty(), Optional.empty());

    /// Where a collector on this host listens unless told otherwise.
    public static final String USUAL_COLLECTOR = "http://localhost:4318";

    /// What these leave open is taken from `others`.
    public TelemetryOptions or(TelemetryOptions others) {
        return new TelemetryOptions(file.or(others::file), otlp.or(others::otlp));
    }

    public TelemetryOptions {
        otlp.ifPresent(
                url -> {
                    String scheme = String.valueOf(url.getScheme());
                    if (!(scheme.equals("http") || scheme.equals("https"))
                            || url.getHost() == null) {
                        throw new IllegalArgumentException(
                                "'%s' is no address of a collector; it looks like %s"
                                        .formatted(url, USUAL_COLLECTOR));
                    }
                });
    }
}
