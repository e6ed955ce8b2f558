package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.session.ModelAdmin;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.Settings;
import io.hotlens.skills.metric.Metric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the settings screen needs of the engine. All but `path` block, and throw a
/// [io.hotlens.app.settings.SettingsException] with the sentence for the user.
///
/// @param path of the settings file
/// @param change reads, changes and writes the settings
/// @param clients with their keys looked for, which may take some seconds
/// @param check asks one client once
/// @param keepKey keeps the key of a client and says where
/// @param metrics of all skills there are
public record SettingsEngine(
        Path path,
        Supplier<Settings> read,
        Function<UnaryOperator<Settings>, Settings> change,
        Supplier<List<ModelAdmin.View>> clients,
        Checker check,
        BiFunction<String, String, String> keepKey,
        Supplier<List<Metric>> metrics) {

    /// Asks a client once; interrupting it gives up.
    @FunctionalInterface
    public interface Checker {
        ModelCheck check(String client) throws InterruptedException;
    }

    public static SettingsEngine of(SessionFactory sessions) {
        ModelAdmin admin = sessions.models();
        return new SettingsEngine(
                admin.settingsPath(),
                admin::settings,
                admin::change,
                admin::clients,
                client -> admin.check(Optional.of(client), Optional.empty()),
                admin::keepKey,
                sessions::metrics);
    }
}
