package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.Settings;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.target.Connector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ModelAdminTest {

    private static final String GONE = "hotlens-test-gone";
    private static final String STAYS = "hotlens-test-stays";

    @TempDir Path folder;

    private static Data client() {
        return Data.fields().put("provider", "openai").put("model", "m").build();
    }

    private static Settings withoutGone(Settings settings) {
        var clients = new LinkedHashMap<>(settings.models().clients());
        clients.remove(GONE);
        return settings.with(new ModelCatalog(clients, Optional.empty(), Map.of()));
    }

    @Test
    void theKeyOfARemovedClientGoesWithIt() throws IOException {
        Data clients = Data.fields(Map.of(GONE, client(), STAYS, client()));
        Files.writeString(
                folder.resolve("settings.json"),
                Json.write(
                        Data.fields()
                                .put("models", Data.fields().put("clients", clients).build())
                                .build()));
        Path keys =
                Files.writeString(
                        folder.resolve("keys.json"),
                        "{\"%s\": \"fake-1\", \"%s\": \"fake-2\"}".formatted(GONE, STAYS));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        ModelAdmin admin =
                new SessionFactory(
                                Connector::open,
                                new SkillCatalog(List.of()),
                                new ConfigFolder(folder))
                        .models();

        admin.change(ModelAdminTest::withoutGone);

        assertEquals(
                Data.fields(Map.of(STAYS, Data.of("fake-2"))), Json.parse(Files.readString(keys)));
        assertEquals(List.of(STAYS), admin.clients().stream().map(ModelAdmin.View::name).toList());
    }
}
