package io.hotlens.app.session;

import io.hotlens.app.llm.Models;
import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.settings.Settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The models that the user set up. Safe from any thread.
public final class ModelAdmin {

    /// One client of the settings.
    ///
    /// @param model `provider:model`
    /// @param keyFound whether a key was found, or none is needed
    /// @param parts what it plays
    public record View(
            String name, String model, URI baseUrl, boolean keyFound, List<String> parts) {
        public View {
            parts = List.copyOf(parts);
        }
    }

    private final UserModels models;

    ModelAdmin(UserModels models) {
        this.models = models;
    }

    public Path settingsPath() {
        return models.settings().path();
    }

    /// @throws io.hotlens.app.settings.SettingsException when they cannot be understood
    public Settings settings() {
        return models.settings().read();
    }

    /// Reads the settings, changes them and writes them as a whole; nothing is written over a file
    /// that cannot be understood. The stored key of a client that is removed goes too.
    ///
    /// @return the settings as they are now
    /// @throws io.hotlens.app.settings.SettingsException when they cannot be read or written
    public Settings change(UnaryOperator<Settings> how) {
        return models.change(how);
    }

    /// The clients in the order of the settings; looks for their keys, which takes some seconds
    /// with a slow key store.
    ///
    /// @throws io.hotlens.app.settings.SettingsException when a file cannot be used
    public List<View> clients() {
        Models.Setup setup = models.get();
        ModelCatalog catalog = setup.catalog();
        return catalog.clients().values().stream()
                .map(
                        client ->
                                new View(
                                        client.name(),
                                        client.spec().toString(),
                                        client.spec().baseUrl(),
                                        !client.spec().provider().needsKey()
                                                || models.keys()
                                                        .key(
                                                                client.name(),
                                                                client.spec().provider())
                                                        .isPresent(),
                                        parts(catalog, client.name())))
                .toList();
    }

    private static List<String> parts(ModelCatalog catalog, String name) {
        var parts = new ArrayList<String>();
        for (ModelRole role : ModelRole.values()) {
            if (catalog.player(role).filter(c -> c.name().equals(name)).isPresent()) {
                parts.add(role.word());
            }
        }
        return parts;
    }

    /// Asks a model once and waits for the answer.
    ///
    /// @param name a client's name or `provider:model`; the one that coordinates when empty
    /// @throws IllegalArgumentException when there is no such client
    public ModelCheck check(Optional<String> name, Optional<URI> baseUrl)
            throws InterruptedException {
        ModelChoice choice =
                name.map(text -> ModelChoice.parse(text, baseUrl))
                        .orElseGet(ModelChoice.Usual::new);
        return Models.check(choice, models.get());
    }

    /// Keeps the key of a client and says where.
    ///
    /// @throws io.hotlens.app.settings.SettingsException when it can be kept nowhere
    public String keepKey(String client, String key) {
        return models.keys().keep(client, key);
    }
}
