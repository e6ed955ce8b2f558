package io.hotlens.app.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The clients that the settings name, and which of them plays which part.
///
/// @param primary plays every part that no other is named for; the rules model does when empty
public record ModelCatalog(
        SequencedMap<String, ModelClient> clients,
        Optional<String> primary,
        Map<ModelRole, String> roles) {

    public static final ModelCatalog EMPTY =
            new ModelCatalog(new LinkedHashMap<>(), Optional.empty(), Map.of());

    /// @throws IllegalArgumentException when a name leads nowhere
    public ModelCatalog {
        clients = new LinkedHashMap<>(clients);
        roles = Map.copyOf(roles);
        for (ModelClient client : clients.values()) {
            for (String fallback : client.fallbacks()) {
                requireKnown(clients, fallback, "the fallback of " + client.name());
            }
        }
        for (var role : roles.entrySet()) {
            requireKnown(clients, role.getValue(), "the role " + role.getKey().word());
        }
        if (primary.isPresent()) {
            requireKnown(clients, primary.get(), "primary");
        }
    }

    private static void requireKnown(
            SequencedMap<String, ModelClient> clients, String name, String where) {
        if (!clients.containsKey(name)) {
            throw new IllegalArgumentException(
                    "%s is '%s', but there is no such client; there are %s"
                            .formatted(where, name, List.copyOf(clients.keySet())));
        }
    }

    /// The client of a name; the usual model of a provider when the name is a provider's and no
    /// client has it.
    ///
    /// @throws IllegalArgumentException with the names there are
    public ModelClient client(String name) {
        if (!clients.containsKey(name) && Provider.isOne(name)) {
            return ModelClient.of(name, ModelSpec.parse(name, Optional.empty()));
        }
        requireKnown(clients, name, "the model");
        return clients.getOrDefault(name, clients.firstEntry().getValue());
    }

    /// Who plays a part; empty for the rules model. A summary that nobody is named for is empty
    /// too: it is left to the model whose conversation it is, which has read it already.
    public Optional<ModelClient> player(ModelRole role) {
        Optional<ModelClient> named = Optional.ofNullable(roles.get(role)).map(this::client);
        return named.or(
                () ->
                        switch (role) {
                            case OPERATOR, COORDINATOR -> primary.map(this::client);
                            case CHAT -> player(ModelRole.COORDINATOR);
                            case SUMMARY -> Optional.empty();
                        });
    }
}
