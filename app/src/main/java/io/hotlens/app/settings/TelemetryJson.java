package io.hotlens.app.settings;

import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.skills.data.Data;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// `{file: PATH, otlp: URL}`; what is left out is not written or sent.
final class TelemetryJson {

    private TelemetryJson() {}

    static TelemetryOptions read(JsonObject telemetry) {
        telemetry.only("file", "otlp");
        try {
            return new TelemetryOptions(
                    telemetry.text("file").map(text -> file(telemetry.at(), text)),
                    telemetry.text("otlp").map(URI::create));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    why.startsWith(telemetry.at()) ? why : telemetry.at() + "otlp: " + why, e);
        }
    }

    private static Path file(String at, String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException _) {
            throw new IllegalArgumentException(at + "file is no path: '" + text + "'");
        }
        throw new IllegalArgumentException(
                "%sfile must be a whole path from the root, not '%s'".formatted(at, text));
    }

    static Data write(TelemetryOptions options) {
        var fields = Data.fields();
        options.file().ifPresent(file -> fields.put("file", file.toString()));
        options.otlp().ifPresent(url -> fields.put("otlp", url.toString()));
        return fields.build();
    }
}
