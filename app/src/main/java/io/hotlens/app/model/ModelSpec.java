package io.hotlens.app.model;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/// One model and how it is reached. Holds no key.
///
/// @param model as the provider calls it
/// @param baseUrl with the path up to what the protocol adds, such as `http://localhost:1234/v1`
public record ModelSpec(Provider provider, String model, URI baseUrl, ModelOptions options) {

    /// Ollama cuts a longer conversation at its beginning without a word; its own limit of 4096
    /// tokens is less than the tools and a few answers take.
    private static final int OLLAMA_CONTEXT_TOKENS = 16_384;

    public ModelSpec {
        if (model.isBlank()) {
            throw new IllegalArgumentException(
                    "name the model: %s:MODEL".formatted(provider.word()));
        }
        String scheme = String.valueOf(baseUrl.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http")) || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "'%s' is no base URL; it looks like https://host/v1".formatted(baseUrl));
        }
    }

    /// Reads `provider:model`, or `provider` alone for its usual model.
    ///
    /// @param baseUrl the provider's own when empty
    /// @throws IllegalArgumentException with what is missing
    public static ModelSpec parse(String text, Optional<URI> baseUrl) {
        int colon = text.indexOf(':');
        Provider provider = Provider.of(colon < 0 ? text : text.substring(0, colon));
        String model =
                colon < 0 ? provider.defaultModel().orElse("") : text.substring(colon + 1).strip();
        URI url =
                baseUrl.or(provider::baseUrl)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s has no address of its own; give one with --base-url"
                                                        .formatted(provider.word())));
        return new ModelSpec(provider, model, url, ModelOptions.DEFAULT);
    }

    /// The size of its window, prompt and answer together; empty when it is not known.
    public OptionalInt contextTokens() {
        return options.contextTokens().isEmpty() && provider.wire() == Wire.OLLAMA
                ? OptionalInt.of(OLLAMA_CONTEXT_TOKENS)
                : options.contextTokens();
    }

    /// `provider:model`.
    @Override
    public String toString() {
        return provider.word() + ":" + model;
    }
}
