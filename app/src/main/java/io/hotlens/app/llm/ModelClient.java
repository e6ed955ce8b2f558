package io.hotlens.app.llm;

import java.util.List;

/// A model that the settings give a name.
///
/// @param fallbacks names of the clients that are asked in this order when this one does not answer
public record ModelClient(
        String name, ModelSpec spec, List<String> fallbacks, RetryPolicy retries) {

    public ModelClient {
        fallbacks = List.copyOf(fallbacks);
    }

    /// Without fallbacks, with the usual retries.
    public static ModelClient of(String name, ModelSpec spec) {
        return new ModelClient(name, spec, List.of(), RetryPolicy.DEFAULT);
    }
}
