package io.hotlens.app.model;

import java.time.Duration;
import java.util.List;

/// A model that the settings give a name.
///
/// @param fallbacks names of the clients that are asked in this order when this one does not answer
/// @param attempts at one answer, 1 to 10
/// @param pause before the second attempt; it doubles after each
public record ModelClient(
        String name, ModelSpec spec, List<String> fallbacks, int attempts, Duration pause) {

    /// @throws IllegalArgumentException when there is no attempt
    public ModelClient {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be 1 to 10, not " + attempts);
        }
        fallbacks = List.copyOf(fallbacks);
    }

    /// Without fallbacks, with three attempts.
    public static ModelClient of(String name, ModelSpec spec) {
        return new ModelClient(name, spec, List.of(), 3, Duration.ofSeconds(1));
    }
}
