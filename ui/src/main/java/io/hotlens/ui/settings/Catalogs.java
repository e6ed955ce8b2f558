package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.Price;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of a catalog that keep every name leading somewhere.
final class Catalogs {

    private Catalogs() {}

    /// With a client added or in place of the one of its name; the first one plays every part.
    static ModelCatalog with(ModelCatalog catalog, ModelClient client) {
        var clients = new LinkedHashMap<>(catalog.clients());
        boolean isFirst = clients.isEmpty();
        clients.put(client.name(), withFallbacksIn(clients, client));
        return new ModelCatalog(
                clients, isFirst ? Optional.of(client.name()) : catalog.primary(), catalog.roles());
    }

    /// Without a client, also as a fallback or in a part.
    static ModelCatalog without(ModelCatalog catalog, String name) {
        var clients = new LinkedHashMap<>(catalog.clients());
        clients.remove(name);
        clients.replaceAll((_, client) -> withFallbacksIn(clients, client));
        Map<ModelRole, String> roles = new EnumMap<>(ModelRole.class);
        roles.putAll(catalog.roles());
        roles.values().removeIf(name::equals);
        return new ModelCatalog(clients, catalog.primary().filter(p -> !p.equals(name)), roles);
    }

    /// @param client plays every part that no other is named for; the rules when empty
    static ModelCatalog withPrimary(ModelCatalog catalog, Optional<String> client) {
        return new ModelCatalog(
                catalog.clients(), client.filter(catalog.clients()::containsKey), catalog.roles());
    }

    /// @param client the one that plays every part when empty
    static ModelCatalog withRole(ModelCatalog catalog, ModelRole role, Optional<String> client) {
        Map<ModelRole, String> roles = new EnumMap<>(ModelRole.class);
        roles.putAll(catalog.roles());
        client.filter(catalog.clients()::containsKey)
                .ifPresentOrElse(name -> roles.put(role, name), () -> roles.remove(role));
        return new ModelCatalog(catalog.clients(), catalog.primary(), roles);
    }

    /// The price that the user gave a model under its own name.
    static Optional<Price> priceOf(String model, List<Price> prices) {
        String name = priced(model);
        return prices.stream().filter(price -> price.model().equals(name)).findFirst();
    }

    /// With another price of a model, or without one.
    static List<Price> withPrice(List<Price> prices, String model, Optional<Price> price) {
        String name = priced(model);
        var others = new ArrayList<>(prices);
        others.removeIf(old -> old.model().equals(name));
        price.map(p -> new Price(name, p.inputUsd(), p.outputUsd(), p.cachedUsd()))
                .ifPresent(others::addFirst);
        return others;
    }

    /// A model that somebody else hosts is called `owner/model`; its price has no owner.
    private static String priced(String model) {
        return model.substring(model.lastIndexOf('/') + 1);
    }

    private static ModelClient withFallbacksIn(
            Map<String, ModelClient> clients, ModelClient client) {
        return new ModelClient(
                client.name(),
                client.spec(),
                client.fallbacks().stream()
                        .filter(other -> clients.containsKey(other) && !other.equals(client.name()))
                        .toList(),
                client.attempts(),
                client.pause());
    }
}
