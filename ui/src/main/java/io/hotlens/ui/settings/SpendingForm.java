package io.hotlens.ui.settings;

import io.hotlens.app.model.Limit;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.settings.Settings;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is typed about the limits of spending; an empty field is no limit. Belongs to the JavaFX
/// thread.
final class SpendingForm {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /// The time within which a limit counts.
    enum Span {
        RUN,
        HOUR,
        DAY
    }

    /// What a limit counts.
    enum Kind {
        CALLS,
        TOKENS,
        USD
    }

    private final SettingsStore store;
    private final Map<Span, Map<Kind, Entry>> entries = new EnumMap<>(Span.class);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private SpendingLimits before = SpendingLimits.DEFAULT;

    SpendingForm(SettingsStore store) {
        this.store = store;
        for (Span span : Span.values()) {
            Map<Kind, Entry> row = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                Entry entry = Entry.empty();
                entry.text().subscribe(() -> changed.set(!texts(before).equals(typed())));
                row.put(kind, entry);
            }
            entries.put(span, row);
        }
        store.settings().subscribe(now -> now.ifPresent(this::show));
    }

    Entry entry(Span span, Kind kind) {
        return Optional.ofNullable(entries.get(span))
                .flatMap(row -> Optional.ofNullable(row.get(kind)))
                .orElseThrow();
    }

    /// Whether something was typed that is not in the settings.
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Keeps what was typed and not saved yet.
    private void show(Settings settings) {
        boolean typing = changed.get();
        before = settings.spending();
        if (!typing) {
            fill();
        }
        changed.set(!texts(before).equals(typed()));
    }

    private void fill() {
        List<String> texts = texts(before);
        int next = 0;
        for (Span span : Span.values()) {
            for (Kind kind : Kind.values()) {
                entry(span, kind).fill(texts.get(next));
                next++;
            }
        }
    }

    private List<String> typed() {
        var typed = new ArrayList<String>();
        entries.values()
                .forEach(row -> row.values().forEach(entry -> typed.add(entry.text().get())));
        return typed;
    }

    private static List<String> texts(SpendingLimits limits) {
        var texts = new ArrayList<String>();
        for (Limit limit : List.of(limits.run(), limits.hour(), limits.day())) {
            texts.add(whole(limit.calls()));
            texts.add(whole(limit.tokens()));
            texts.add(
                    Double.isInfinite(limit.usd())
                            ? ""
                            : BigDecimal.valueOf(limit.usd()).stripTrailingZeros().toPlainString());
        }
        return texts;
    }

    private static String whole(long most) {
        return most == Long.MAX_VALUE ? "" : String.format(Locale.ROOT, "%,d", most);
    }

    /// Takes back what was typed.
    void reset() {
        fill();
        changed.set(false);
    }

    /// Saves unless a field is wrong, which says why then.
    void save() {
        Optional<Limit> run = limit(Span.RUN);
        Optional<Limit> hour = limit(Span.HOUR);
        Optional<Limit> day = limit(Span.DAY);
        if (run.isEmpty() || hour.isEmpty() || day.isEmpty()) {
            return;
        }
        var limits = new SpendingLimits(run.get(), hour.get(), day.get());
        store.change(settings -> settings.with(limits), this::reset);
    }

    private Optional<Limit> limit(Span span) {
        Optional<BigDecimal> calls = number(entry(span, Kind.CALLS), true);
        Optional<BigDecimal> tokens = number(entry(span, Kind.TOKENS), true);
        Optional<BigDecimal> usd = number(entry(span, Kind.USD), false);
        if (calls.isEmpty() || tokens.isEmpty() || usd.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Limit(
                        count(calls.get()),
                        count(tokens.get()),
                        usd.get().compareTo(MOST) == 0
                                ? Double.POSITIVE_INFINITY
                                : usd.get().doubleValue()));
    }

    private static long count(BigDecimal number) {
        return number.compareTo(MOST) == 0 ? Long.MAX_VALUE : number.longValueExact();
    }

    /// [#MOST] for an empty field; empty when it holds no number.
    private static Optional<BigDecimal> number(Entry entry, boolean whole) {
        String text = entry.text().get().replace(",", "").replace(" ", "");
        entry.wrong().set("");
        if (text.isEmpty()) {
            return Optional.of(MOST);
        }
        try {
            var number = new BigDecimal(text);
            boolean fits = number.signum() >= 0 && number.compareTo(MOST) < 0;
            if (fits && (!whole || number.stripTrailingZeros().scale() <= 0)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException _) {
            // said below, as of any other text that is no limit
        }
        entry.wrong()
                .set(
                        Messages.text(
                                whole ? "settings.bad_count" : "settings.bad_money",
                                entry.text().get().strip()));
        return Optional.empty();
    }
}
