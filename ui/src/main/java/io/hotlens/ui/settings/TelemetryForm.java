package io.hotlens.ui.settings;

import io.hotlens.app.settings.Settings;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What is chosen about telemetry. Belongs to the JavaFX thread.
final class TelemetryForm {

    private record Typed(boolean toFile, String file, boolean toCollector, String url) {}

    private final SettingsStore store;
    private final BooleanProperty toFile = new SimpleBooleanProperty();
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper wrongFile = new ReadOnlyStringWrapper("");
    private final BooleanProperty toCollector = new SimpleBooleanProperty();
    private final StringProperty url = new SimpleStringProperty(TelemetryOptions.USUAL_COLLECTOR);
    private final ReadOnlyStringWrapper wrongUrl = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private Typed before = typed();

    TelemetryForm(SettingsStore store) {
        this.store = store;
        toFile.subscribe(this::compare);
        file.subscribe(this::compare);
        toCollector.subscribe(this::compare);
        url.subscribe(this::compare);
        store.settings().subscribe(now -> now.ifPresent(this::show));
    }

    BooleanProperty toFile() {
        return toFile;
    }

    StringProperty file() {
        return file;
    }

    ReadOnlyStringProperty wrongFile() {
        return wrongFile.getReadOnlyProperty();
    }

    BooleanProperty toCollector() {
        return toCollector;
    }

    StringProperty url() {
        return url;
    }

    ReadOnlyStringProperty wrongUrl() {
        return wrongUrl.getReadOnlyProperty();
    }

    /// Whether something was chosen that is not in the settings.
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    private Typed typed() {
        return new Typed(toFile.get(), file.get(), toCollector.get(), url.get());
    }

    private void compare() {
        changed.set(!typed().equals(before));
    }

    /// Keeps what was typed and not saved yet.
    private void show(Settings settings) {
        TelemetryOptions now = settings.telemetry();
        boolean typing = changed.get();
        before =
                new Typed(
                        now.file().isPresent(),
                        now.file().map(Path::toString).orElse(typed().file()),
                        now.otlp().isPresent(),
                        now.otlp().map(URI::toString).orElse(typed().url()));
        if (!typing) {
            reset();
        }
        compare();
    }

    /// Takes back what was chosen.
    void reset() {
        Typed wanted = before;
        toFile.set(wanted.toFile());
        file.set(wanted.file());
        toCollector.set(wanted.toCollector());
        url.set(wanted.url());
        wrongFile.set("");
        wrongUrl.set("");
    }

    /// Saves unless a field is wrong, which says why then.
    void save() {
        wrongFile.set("");
        wrongUrl.set("");
        Optional<Path> path = toFile.get() ? path() : Optional.empty();
        Optional<URI> collector = toCollector.get() ? collector() : Optional.empty();
        if (toFile.get() && path.isEmpty()) {
            wrongFile.set(Messages.text("settings.bad_file", file.get().strip()));
        }
        if (toCollector.get() && collector.isEmpty()) {
            wrongUrl.set(
                    Messages.text(
                            "settings.bad_collector",
                            url.get().strip(),
                            TelemetryOptions.USUAL_COLLECTOR));
        }
        if (wrongFile.get().isEmpty() && wrongUrl.get().isEmpty()) {
            var options = new TelemetryOptions(path, collector);
            store.change(settings -> settings.with(options), this::reset);
        }
    }

    private Optional<Path> path() {
        try {
            return Optional.of(Path.of(file.get().strip()))
                    .filter(path -> path.isAbsolute() && path.getFileName() != null);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<URI> collector() {
        try {
            return new TelemetryOptions(
                            Optional.empty(), Optional.of(URI.create(url.get().strip())))
                    .otlp();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
