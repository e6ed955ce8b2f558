package io.hotlens.app.llm;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.SpendingLimits;

import java.util.function.Supplier;

/// Finds the models of a run: by the settings, or by what the run asks for.
public final class Models {

    /// A coordinator of the rules model costs nothing, so that it may wait for each piece of news.
    private static final int RULES_ITERATIONS = 500;

    private static final int ITERATIONS = 25;

    /// What the user set up.
    public record Setup(
            ModelCatalog catalog,
            KeySource keys,
            PriceTable prices,
            SpendingLimits limits,
            Ledger ledger) {

        /// A client without any gate, opened when it is first asked.
        ChatClient provider(ModelClient client) {
            return new Deferred(
                    () ->
                            ProviderClients.open(
                                    client.spec(),
                                    keys.key(client.name(), client.spec().provider())));
        }
    }

    private final Supplier<Setup> setup;
    private final Model rules;
    private final Gate gate;

    /// @param rules the built-in model
    /// @param setup asked at each run, so that what the user changes counts from the next one
    public Models(Supplier<Setup> setup, ChatClient rules, Gate gate) {
        this.setup = setup;
        this.rules = Model.rules(rules);
        this.gate = gate;
    }

    /// Asks a model once to see what works.
    ///
    /// @throws IllegalArgumentException when the settings have no client of that name
    public static ModelCheck check(ModelChoice choice, Setup setup) throws InterruptedException {
        ModelClient client =
                switch (choice) {
                    case ModelChoice.Named(String name) -> setup.catalog().client(name);
                    case ModelChoice.Direct(ModelSpec spec) ->
                            ModelClient.of(spec.toString(), spec);
                    case ModelChoice.Usual _ ->
                            setup.catalog()
                                    .player(ModelRole.COORDINATOR)
                                    .orElseThrow(Models::nothingToCheck);
                    case ModelChoice.Rules _ -> throw nothingToCheck();
                };
        ModelSpec spec = client.spec();
        return ModelProbe.check(setup.provider(client), spec, setup.prices().of(spec));
    }

    private static IllegalArgumentException nothingToCheck() {
        return new IllegalArgumentException(
                "the rules model is built in and needs no test; name a client of the settings or"
                        + " PROVIDER:MODEL");
    }

    /// The models of one run, which share its spending limit. A client that cannot be made, such as
    /// one without a key, says so when it is asked.
    ///
    /// @throws IllegalArgumentException when the settings have no client of that name
    public RunModels of(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Rules _ -> RunModels.all(rules, RULES_ITERATIONS);
            case ModelChoice.Named(String name) -> {
                var opening = new Opening(setup.get(), gate, true);
                yield RunModels.all(opening.named(name), ITERATIONS);
            }
            case ModelChoice.Direct(ModelSpec spec) ->
                    RunModels.all(
                            new Opening(setup.get(), gate, true)
                                    .open(ModelClient.of(spec.toString(), spec)),
                            ITERATIONS);
            case ModelChoice.Usual _ -> usual(new Opening(setup.get(), gate, false));
        };
    }

    private RunModels usual(Opening opening) {
        Model coordinator = opening.player(ModelRole.COORDINATOR).orElse(rules);
        return new RunModels(
                opening.player(ModelRole.OPERATOR).orElse(rules),
                coordinator,
                opening.player(ModelRole.SUMMARY),
                opening.player(ModelRole.CHAT).orElse(rules),
                coordinator.equals(rules) ? RULES_ITERATIONS : ITERATIONS);
    }
}
