package io.hotlens.app.llm;

import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.ModelSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Opens the clients of one run, which share what it may spend.
final class Opening {

    private final Models.Setup setup;
    private final Gate gate;
    private final boolean consented;
    private final Spending spending;

    /// @param consented whether the user named the model for this run
    Opening(Models.Setup setup, Gate gate, boolean consented) {
        this.setup = setup;
        this.gate = gate;
        this.consented = consented;
        this.spending = new Spending(setup.ledger());
    }

    /// @throws IllegalArgumentException when the settings have no client of that name
    Model named(String name) {
        return open(setup.catalog().client(name));
    }

    /// Who plays a part by the settings.
    Optional<Model> player(ModelRole role) {
        return setup.catalog().player(role).map(this::open);
    }

    Model open(ModelClient client) {
        Model first = single(client);
        if (client.fallbacks().isEmpty()) {
            return first;
        }
        List<Model> chain = new ArrayList<>(List.of(first));
        client.fallbacks().forEach(name -> chain.add(single(setup.catalog().client(name))));
        return new Model(
                first.name(), new Fallback(chain), RetryPolicy.NONE, shortestPrompt(chain));
    }

    private static OptionalInt shortestPrompt(List<Model> chain) {
        return chain.stream().flatMapToInt(model -> model.promptTokens().stream()).min();
    }

    private Model single(ModelClient client) {
        ModelSpec spec = client.spec();
        ChatClient guarded = gate.guard(setup.provider(client), spec.toString(), consented);
        return new Model(
                spec.toString(),
                new Metered(guarded, spec, setup.prices(), setup.limits(), spending),
                RetryPolicy.of(client.attempts(), client.pause()),
                Model.promptTokens(spec.contextTokens()));
    }
}
