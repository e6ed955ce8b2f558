package io.hotlens.ui.settings;

import io.hotlens.app.model.Price;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What is typed about the price of a model, in US dollars for a million tokens; nothing typed
/// leaves the price that is built in. Belongs to the JavaFX thread.
final class PriceForm {

    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000);

    /// What is paid for.
    enum Kind {
        INPUT,
        OUTPUT,
        CACHED
    }

    /// One field and what is wrong with it, empty when nothing is.
    record Entry(StringProperty text, StringProperty wrong) {}

    private final Map<Kind, Entry> entries = new EnumMap<>(Kind.class);

    /// @param before what is changed; empty when none was typed so far
    PriceForm(Optional<Price> before) {
        for (Kind kind : Kind.values()) {
            entries.put(
                    kind,
                    new Entry(
                            new SimpleStringProperty(
                                    before.map(price -> text(price, kind)).orElse("")),
                            new SimpleStringProperty("")));
        }
    }

    private static String text(Price price, Kind kind) {
        double usd =
                switch (kind) {
                    case INPUT -> price.inputUsd();
                    case OUTPUT -> price.outputUsd();
                    case CACHED -> price.cachedUsd();
                };
        return BigDecimal.valueOf(usd).stripTrailingZeros().toPlainString();
    }

    Entry entry(Kind kind) {
        return Optional.ofNullable(entries.get(kind)).orElseThrow();
    }

    /// Looks at what is typed; each field that is wrong says why.
    ///
    /// @return whether all is right
    boolean check() {
        entries.values().forEach(entry -> entry.wrong().set(""));
        if (isEmpty()) {
            return true;
        }
        for (Kind kind : Kind.values()) {
            String typed = typed(kind);
            if (typed.isEmpty() && kind != Kind.CACHED) {
                entry(kind).wrong().set(Messages.text("settings.price_missing"));
            } else if (!typed.isEmpty() && usd(kind).isEmpty()) {
                entry(kind).wrong().set(Messages.text("settings.price_bad", typed));
            }
        }
        return entries.values().stream().allMatch(entry -> entry.wrong().get().isEmpty());
    }

    /// The price of a model as it is typed; empty when nothing is, or something is wrong. Without a
    /// price of its own, input that was read before costs as much as any other.
    Optional<Price> of(String model) {
        return usd(Kind.INPUT)
                .flatMap(
                        input ->
                                usd(Kind.OUTPUT)
                                        .map(
                                                output ->
                                                        new Price(
                                                                model,
                                                                input,
                                                                output,
                                                                usd(Kind.CACHED).orElse(input))));
    }

    private boolean isEmpty() {
        return entries.values().stream().allMatch(entry -> entry.text().get().isBlank());
    }

    private String typed(Kind kind) {
        return entry(kind).text().get().strip();
    }

    private Optional<Double> usd(Kind kind) {
        try {
            return Optional.of(new BigDecimal(typed(kind)))
                    .filter(usd -> usd.signum() >= 0 && usd.compareTo(TOO_MUCH) < 0)
                    .map(BigDecimal::doubleValue);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
