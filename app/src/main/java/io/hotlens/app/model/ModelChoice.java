package io.hotlens.app.model;

import java.net.URI;
import java.util.Optional;

/// Which model one run is done with.
public sealed interface ModelChoice {

    /// What the settings say; the rules model when they name none.
    record Usual() implements ModelChoice {}

    /// The built-in rules model, whatever the settings say.
    record Rules() implements ModelChoice {}

    /// A client of the settings, for every role.
    record Named(String client) implements ModelChoice {}

    /// A model that no settings need to know, for every role.
    record Direct(ModelSpec spec) implements ModelChoice {}

    /// Reads `rules`, a client's name, or `provider:model`.
    ///
    /// @param baseUrl only with `provider:model`
    /// @throws IllegalArgumentException with what is wrong
    static ModelChoice parse(String text, Optional<URI> baseUrl) {
        if (text.contains(":") || baseUrl.isPresent()) {
            return new Direct(ModelSpec.parse(text, baseUrl));
        }
        return text.equals("rules") ? new Rules() : new Named(text);
    }

    /// Whether the user named a model for this run, which is consent to send it redacted data.
    default boolean isConsent() {
        return this instanceof Named || this instanceof Direct;
    }
}
