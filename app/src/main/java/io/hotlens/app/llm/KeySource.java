package io.hotlens.app.llm;

import io.hotlens.app.model.Provider;

import java.util.Optional;

/// Where the keys of providers are found. They go nowhere but into the requests.
@FunctionalInterface
public interface KeySource {

    /// @param client the name in the settings, or `provider:model`
    /// @throws LlmException.Fatal when a place where it may lie cannot be used
    Optional<String> key(String client, Provider provider);
}
