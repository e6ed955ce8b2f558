package io.hotlens.app.settings;

import io.hotlens.app.model.Provider;

import java.util.Map;
import java.util.Optional;

/// Keys of providers, by the name of a client: from the operating system's key store, from a file
/// that only its owner may read, or from the provider's usual environment variable.
public final class KeyRing {

    private final KeyStoreCommand store;
    private final KeyFile file;
    private final Map<String, String> environment;

    KeyRing(KeyStoreCommand store, KeyFile file, Map<String, String> environment) {
        this.store = store;
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /// The one of this process's user.
    public static KeyRing of(ConfigFolder folder) {
        return new KeyRing(
                KeyStoreCommand.of(System.getProperty("os.name", "")),
                new KeyFile(folder.keys()),
                System.getenv());
    }

    /// @throws SettingsException when the file cannot be used
    public Optional<String> key(String client, Provider provider) {
        return store.find(client)
                .or(() -> file.find(client))
                .or(
                        () ->
                                provider.keyVariable()
                                        .flatMap(name -> Optional.ofNullable(environment.get(name)))
                                        .map(String::strip)
                                        .filter(key -> !key.isEmpty()));
    }

    /// Keeps a key for a client, in the key store when there is one.
    ///
    /// @return where it is kept now, in words
    /// @throws SettingsException when it can be kept nowhere
    public String keep(String client, String key) {
        if (store.keep(client, key)) {
            return "the operating system's key store";
        }
        file.keep(client, key);
        return file.path().toString();
    }

    /// Takes the key of a client out of the key store and the file; that of the environment stays.
    ///
    /// @throws SettingsException when the file cannot be used
    public void forget(String client) {
        store.forget(client);
        file.forget(client);
    }
}
