package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.Provider;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is typed about one client of a model; its key is not among it. Belongs to the JavaFX
/// thread.
final class ClientForm {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    private static final String RULES = "rules";

    /// Where a sentence about what is wrong belongs.
    enum Field {
        NAME,
        MODEL,
        BASE_URL
    }

    private final Optional<ModelClient> before;
    private final Set<String> taken;
    private final PriceForm price;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Provider> provider =
            new SimpleObjectProperty<>(Provider.ANTHROPIC);
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty baseUrl = new SimpleStringProperty("");
    private final ObservableList<String> fallbacks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<Field, String>> wrong =
            new ReadOnlyObjectWrapper<>(Map.of());

    /// @param before what is changed; empty for a new one
    /// @param taken the names of all clients
    /// @param prices that the user gave
    ClientForm(Optional<ModelClient> before, Set<String> taken, List<Price> prices) {
        this.before = before;
        this.taken = Set.copyOf(taken);
        price =
                new PriceForm(
                        before.flatMap(client -> Catalogs.priceOf(client.spec().model(), prices)));
        before.ifPresent(this::fill);
    }

    private void fill(ModelClient client) {
        ModelSpec spec = client.spec();
        name.set(client.name());
        provider.set(spec.provider());
        model.set(spec.model());
        Optional<URI> usual = spec.provider().baseUrl();
        baseUrl.set(usual.equals(Optional.of(spec.baseUrl())) ? "" : spec.baseUrl().toString());
        fallbacks.setAll(client.fallbacks());
    }

    boolean isNew() {
        return before.isEmpty();
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<Provider> provider() {
        return provider;
    }

    /// Empty for the provider's usual one.
    StringProperty model() {
        return model;
    }

    PriceForm price() {
        return price;
    }

    /// Empty for the provider's own.
    StringProperty baseUrl() {
        return baseUrl;
    }

    /// Who is asked when it fails, in this order.
    ObservableList<String> fallbacks() {
        return fallbacks;
    }

    /// Who may be among the fallbacks.
    List<String> others() {
        return taken.stream().filter(other -> !other.equals(name.get())).sorted().toList();
    }

    /// What was wrong when it was last read.
    ReadOnlyObjectProperty<Map<Field, String>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    /// Reads the form; when something is wrong, [#wrong()] says what, and nothing is returned.
    Optional<ModelClient> read() {
        Map<Field, String> found = new EnumMap<>(Field.class);
        String called = name.get().strip();
        checkName(called).ifPresent(why -> found.put(Field.NAME, why));
        String asked = model.get().strip();
        String chosen = asked.isEmpty() ? provider.get().defaultModel().orElse("") : asked;
        if (chosen.isEmpty()) {
            found.put(Field.MODEL, Messages.text("settings.no_model", provider.get().word()));
        }
        Optional<URI> url = address();
        if (url.isEmpty()) {
            found.put(
                    Field.BASE_URL,
                    baseUrl.get().isBlank()
                            ? Messages.text("settings.no_url", provider.get().word())
                            : Messages.text("settings.bad_url", baseUrl.get().strip()));
        }
        wrong.set(Map.copyOf(found));
        boolean priced = price.check();
        return url.filter(_ -> found.isEmpty() && priced)
                .map(address -> client(called, chosen, address));
    }

    private Optional<String> checkName(String called) {
        if (called.isEmpty()) {
            return Optional.of(Messages.text("settings.no_name"));
        }
        if (!NAME.matcher(called).matches() || called.equals(RULES)) {
            return Optional.of(Messages.text("settings.bad_name", called));
        }
        return isNew() && taken.contains(called)
                ? Optional.of(Messages.text("settings.name_taken", called))
                : Optional.empty();
    }

    private Optional<URI> address() {
        String typed = baseUrl.get().strip();
        if (typed.isEmpty()) {
            return provider.get().baseUrl();
        }
        try {
            URI url = new URI(typed);
            String scheme = String.valueOf(url.getScheme());
            boolean web = scheme.equals("https") || scheme.equals("http");
            return Optional.of(url).filter(u -> web && u.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// What the form does not show stays as it was.
    private ModelClient client(String called, String chosen, URI address) {
        ModelClient usual =
                before.orElseGet(
                        () ->
                                ModelClient.of(
                                        called,
                                        new ModelSpec(
                                                provider.get(),
                                                chosen,
                                                address,
                                                ModelOptions.DEFAULT)));
        return new ModelClient(
                called,
                new ModelSpec(provider.get(), chosen, address, usual.spec().options()),
                List.copyOf(fallbacks),
                usual.attempts(),
                usual.pause());
    }
}
