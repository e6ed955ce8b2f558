package io.hotlens.app.settings;

import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;
import io.hotlens.skills.data.Data;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// One client of a model, see [SettingsJson].
final class ClientJson {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private ClientJson() {}

    static ModelClient read(String name, JsonObject given) {
        given.only(
                "provider",
                "model",
                "base_url",
                "max_output_tokens",
                "temperature",
                "thinking",
                "timeout_s",
                "context_tokens",
                "fallbacks",
                "attempts",
                "pause_ms");
        try {
            Provider provider = Provider.of(given.requiredText("provider"));
            String model = given.text("model").or(provider::defaultModel).orElse("");
            Optional<URI> url = given.text("base_url").map(URI::create);
            ModelSpec usual = ModelSpec.parse(provider.word() + ":" + model, url);
            return new ModelClient(
                    name,
                    new ModelSpec(provider, model, usual.baseUrl(), options(given)),
                    given.texts("fallbacks"),
                    given.number("attempts").map(Double::intValue).orElse(ATTEMPTS),
                    given.number("pause_ms")
                            .map(ms -> Duration.ofMillis(ms.longValue()))
                            .orElse(PAUSE));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    why.startsWith(given.at()) ? why : given.at() + " " + why, e);
        }
    }

    private static ModelOptions options(JsonObject given) {
        ModelOptions usual = ModelOptions.DEFAULT;
        return new ModelOptions(
                given.number("max_output_tokens")
                        .map(Double::intValue)
                        .orElse(usual.maxOutputTokens()),
                given.number("temperature").map(OptionalDouble::of).orElse(usual.temperature()),
                given.truth("thinking", usual.thinking()),
                given.number("timeout_s")
                        .map(s -> Duration.ofMillis((long) (s * 1000)))
                        .orElse(usual.timeout()),
                given.number("context_tokens")
                        .map(tokens -> OptionalInt.of(tokens.intValue()))
                        .orElse(usual.contextTokens()));
    }

    static Data write(ModelClient client) {
        ModelSpec spec = client.spec();
        ModelOptions options = spec.options();
        var fields =
                Data.fields()
                        .put("provider", spec.provider().word())
                        .put("model", spec.model())
                        .put("base_url", spec.baseUrl().toString())
                        .put("max_output_tokens", options.maxOutputTokens())
                        .put("thinking", options.thinking())
                        .put("timeout_s", options.timeout().toMillis() / 1000.0)
                        .put("fallbacks", client.fallbacks().stream().map(Data::of).toList())
                        .put("attempts", client.attempts())
                        .put("pause_ms", (double) client.pause().toMillis());
        options.temperature().ifPresent(t -> fields.put("temperature", t));
        options.contextTokens().ifPresent(tokens -> fields.put("context_tokens", tokens));
        return fields.build();
    }
}
