package io.hotlens.ui.support;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.model.Price;
import io.hotlens.app.session.ModelAdmin;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.Settings;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryOptions;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.TargetException;
import io.hotlens.ui.settings.SettingsEngine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The real settings file of a folder; keys are kept in memory, and no provider is asked.
public final class ScriptedSettings {

    private final ModelAdmin admin;
    private final HistoryKeeper history;
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private volatile SettingsEngine.Checker checker = ScriptedSettings::works;

    public ScriptedSettings(Path folder) {
        var sessions =
                new SessionFactory(
                        _ -> {
                            throw new TargetException.Unsupported("no target here");
                        },
                        new SkillCatalog(List.of()),
                        new ConfigFolder(folder));
        admin = sessions.models();
        history =
                new HistoryKeeper(
                        folder.resolve("history.db"),
                        () -> HistoryOptions.DEFAULT,
                        InstantSource.fixed(Samples.NOON));
    }

    /// Kept in the same folder, at noon.
    public HistoryKeeper history() {
        return history;
    }

    public SettingsEngine engine() {
        return new SettingsEngine(
                admin.settingsPath(),
                admin::settings,
                admin::change,
                this::clients,
                client -> checker.check(client),
                (client, key) -> {
                    keys.put(client, key);
                    return "the key store";
                },
                () ->
                        SkillCatalog.builtIn().skills().stream()
                                .flatMap(skill -> skill.metrics().stream())
                                .toList());
    }

    private List<ModelAdmin.View> clients() {
        return admin.settings().models().clients().values().stream()
                .map(
                        client ->
                                new ModelAdmin.View(
                                        client.name(),
                                        client.spec().toString(),
                                        client.spec().baseUrl(),
                                        keys.containsKey(client.name()),
                                        List.of()))
                .toList();
    }

    public Settings read() {
        return admin.settings();
    }

    public ModelAdmin admin() {
        return admin;
    }

    /// Puts a text in place of the file.
    public void write(String text) {
        try {
            Files.writeString(admin.settingsPath(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, String> keys() {
        return Map.copyOf(keys);
    }

    public void checkWith(SettingsEngine.Checker newChecker) {
        checker = newChecker;
    }

    public static ModelCheck works(String client) {
        return new ModelCheck(
                client,
                true,
                true,
                Duration.ofMillis(812),
                Optional.of(new Price("claude", 1, 5)),
                "");
    }
}
