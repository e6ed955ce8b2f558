package io.hotlens.app.settings;

import io.hotlens.app.llm.PriceTable;
import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.Price;
import io.hotlens.skills.data.Data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings as JSON: `{models: {primary, clients: {NAME: {provider, model, base_url,
/// max_output_tokens, temperature, thinking, timeout_s, fallbacks: [NAME], attempts, pause_ms}},
/// roles: {operator, coordinator}}, spending: {run: {calls, tokens, usd}, hour, day}, prices:
/// [{model, input_usd, output_usd, cached_usd}], egress: {mode, allowed: [CLASS], targets: {TARGET:
/// {mode, allowed}}}, monitor: {z_threshold, auto_trigger, alerts ...}, history: {on, days,
/// megabytes}, telemetry: {file, otlp}}`; everything may be left out.
final class SettingsJson {

    private SettingsJson() {}

    /// @throws IllegalArgumentException with the member that is wrong
    static Settings read(Data data) {
        JsonObject root =
                JsonObject.root(data)
                        .only(
                                "models",
                                "spending",
                                "prices",
                                "egress",
                                "monitor",
                                "history",
                                "telemetry");
        return new Settings(
                models(root.object("models")),
                SpendingJson.read(root.object("spending")),
                root.items("prices").stream().map(PriceTable::price).toList(),
                EgressJson.read(root.object("egress")),
                MonitorJson.read(root.object("monitor")),
                HistoryJson.read(root.object("history")),
                TelemetryJson.read(root.object("telemetry")));
    }

    private static ModelCatalog models(JsonObject models) {
        models.only("primary", "clients", "roles");
        var clients = new LinkedHashMap<String, io.hotlens.app.model.ModelClient>();
        models.object("clients")
                .objects()
                .forEach((name, client) -> clients.put(name, ClientJson.read(name, client)));
        Map<ModelRole, String> roles = new EnumMap<>(ModelRole.class);
        JsonObject given =
                models.object("roles")
                        .only(
                                Arrays.stream(ModelRole.values())
                                        .map(ModelRole::word)
                                        .toArray(String[]::new));
        for (ModelRole role : ModelRole.values()) {
            given.text(role.word()).ifPresent(name -> roles.put(role, name));
        }
        return new ModelCatalog(clients, models.text("primary"), roles);
    }

    static Data write(Settings settings) {
        ModelCatalog models = settings.models();
        var clients = new LinkedHashMap<String, Data>();
        models.clients().forEach((name, client) -> clients.put(name, ClientJson.write(client)));
        var roles = new LinkedHashMap<String, Data>();
        models.roles().forEach((role, name) -> roles.put(role.word(), Data.of(name)));
        var fields = Data.fields();
        models.primary().ifPresent(name -> fields.put("primary", name));
        Data catalog =
                fields.put("clients", Data.fields(clients))
                        .put("roles", Data.fields(roles))
                        .build();
        return Data.fields()
                .put("models", catalog)
                .put("spending", SpendingJson.write(settings.spending()))
                .put("prices", settings.prices().stream().map(SettingsJson::price).toList())
                .put("egress", EgressJson.write(settings.egress()))
                .put("monitor", MonitorJson.write(settings.monitor()))
                .put("history", HistoryJson.write(settings.history()))
                .put("telemetry", TelemetryJson.write(settings.telemetry()))
                .build();
    }

    private static Data price(Price price) {
        return Data.fields()
                .put("model", price.model())
                .put("input_usd", price.inputUsd())
                .put("output_usd", price.outputUsd())
                .put("cached_usd", price.cachedUsd())
                .build();
    }
}
