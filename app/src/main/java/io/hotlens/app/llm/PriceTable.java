package io.hotlens.app.llm;

import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.Provider;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What models cost. The longest name that a model's name begins with decides; a model on this host
/// costs nothing, and one that is not listed has no known price.
public final class PriceTable {

    private static final String RESOURCE = "prices.json";

    private final List<Price> prices;

    private PriceTable(List<Price> prices) {
        this.prices =
                prices.stream()
                        .sorted(Comparator.comparingInt((Price p) -> -p.model().length()))
                        .toList();
    }

    /// The built-in prices, with the user's own before them.
    public static PriceTable with(List<Price> own) {
        var all = new ArrayList<>(own);
        all.addAll(builtIn());
        return new PriceTable(all);
    }

    private static List<Price> builtIn() {
        try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ((Data.Items) Json.parse(text))
                    .values().stream().map(PriceTable::price).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads `{model, input_usd, output_usd, cached_usd?}`, each for a million tokens.
    ///
    /// @throws IllegalArgumentException when something is missing
    public static Price price(Data entry) {
        if (entry instanceof Data.Fields fields) {
            Optional<String> model = fields.text("model");
            Optional<Double> input = fields.number("input_usd");
            Optional<Double> output = fields.number("output_usd");
            if (model.isPresent() && input.isPresent() && output.isPresent()) {
                return new Price(
                        model.get(),
                        input.get(),
                        output.get(),
                        fields.number("cached_usd").orElse(input.get()));
            }
        }
        throw new IllegalArgumentException(
                "a price looks like {\"model\": \"...\", \"input_usd\": 1.0, \"output_usd\": 5.0},"
                        + " not "
                        + Json.write(entry));
    }

    /// The price of a model, when it is known.
    public Optional<Price> of(ModelSpec spec) {
        if (spec.provider() == Provider.OLLAMA) {
            return Optional.of(new Price(spec.model(), 0, 0));
        }
        String name = spec.model().substring(spec.model().lastIndexOf('/') + 1);
        return prices.stream().filter(price -> name.startsWith(price.model())).findFirst();
    }

    /// What one answer cost, in US dollars; 0 when the price is not known.
    double cost(ModelSpec spec, Usage usage) {
        return of(spec).map(
                        p -> p.of(usage.inputTokens(), usage.cachedTokens(), usage.outputTokens()))
                .orElse(0.0);
    }
}
