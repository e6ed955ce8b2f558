package io.hotlens.ui.settings;

import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.app.settings.Settings;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is typed about the monitor. Belongs to the JavaFX thread.
final class MonitorForm {

    /// The five settings of the detector, by their names in the settings file.
    static final List<String> NAMES =
            List.of(
                    MonitorSettings.COLLECTION_INTERVAL_MS,
                    MonitorSettings.LEARNING_DURATION_MS,
                    MonitorSettings.Z_THRESHOLD,
                    MonitorSettings.CONSECUTIVE_REQUIRED,
                    MonitorSettings.COOLDOWN_DURATION_MS);

    /// All that can be typed, to tell whether something changed.
    private record Typed(
            boolean autoTrigger,
            String perHour,
            List<String> numbers,
            List<String> rules,
            boolean alertsTrigger) {}

    private final SettingsStore store;
    private final BooleanProperty autoTrigger = new SimpleBooleanProperty();
    private final Entry perHour = Entry.empty();
    private final Map<String, Entry> numbers = new LinkedHashMap<>();
    private final AlertRows alerts;
    private final BooleanProperty alertsTrigger = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private Typed before;

    MonitorForm(SettingsStore store) {
        this.store = store;
        alerts = new AlertRows(store.engine().metrics(), this::compare);
        before = typed(MonitorChoices.DEFAULT);
        NAMES.forEach(name -> numbers.put(name, Entry.empty()));
        autoTrigger.subscribe(this::compare);
        alertsTrigger.subscribe(this::compare);
        perHour.text().subscribe(this::compare);
        numbers.values().forEach(entry -> entry.text().subscribe(this::compare));
        store.settings().subscribe(now -> now.ifPresent(this::show));
    }

    /// Whether investigations begin by themselves.
    BooleanProperty autoTrigger() {
        return autoTrigger;
    }

    Entry perHour() {
        return perHour;
    }

    /// @param name one of [#NAMES]
    Entry number(String name) {
        return Optional.ofNullable(numbers.get(name)).orElseThrow();
    }

    AlertRows alerts() {
        return alerts;
    }

    /// Whether a rule that holds starts an investigation.
    BooleanProperty alertsTrigger() {
        return alertsTrigger;
    }

    /// Whether something was typed that is not in the settings.
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    private static Typed typed(MonitorChoices choices) {
        Data.Fields numbers = choices.settings().toData();
        return new Typed(
                choices.autoTrigger(),
                Integer.toString(choices.triggersPerHour()),
                NAMES.stream()
                        .map(name -> numbers.get(name).map(Json::write).orElseThrow())
                        .toList(),
                choices.alerts().stream().map(rule -> rule.text().strip()).toList(),
                choices.alertsTrigger());
    }

    private Typed typed() {
        return new Typed(
                autoTrigger.get(),
                perHour.text().get(),
                numbers.values().stream().map(entry -> entry.text().get()).toList(),
                alerts.texts(),
                alertsTrigger.get());
    }

    private void compare() {
        changed.set(!typed().equals(before));
    }

    /// Keeps what was typed and not saved yet.
    private void show(Settings settings) {
        boolean typing = changed.get();
        before = typed(settings.monitor());
        if (!typing) {
            reset();
        }
        compare();
    }

    /// Takes back what was typed.
    void reset() {
        Typed wanted = before;
        autoTrigger.set(wanted.autoTrigger());
        perHour.fill(wanted.perHour());
        for (int i = 0; i < NAMES.size(); i++) {
            number(NAMES.get(i)).fill(wanted.numbers().get(i));
        }
        alerts.fill(wanted.rules());
        alertsTrigger.set(wanted.alertsTrigger());
        compare();
    }

    /// Saves unless a field is wrong, which says why then.
    void save() {
        Optional<Integer> most = readPerHour();
        Optional<MonitorSettings> settings = readNumbers();
        alerts.read(
                rules -> {
                    if (most.isPresent() && settings.isPresent()) {
                        var choices =
                                new MonitorChoices(
                                        settings.get(),
                                        autoTrigger.get(),
                                        most.get(),
                                        rules,
                                        alertsTrigger.get());
                        store.change(all -> all.with(choices), this::reset);
                    }
                },
                store);
    }

    private Optional<Integer> readPerHour() {
        perHour.wrong().set("");
        String text = perHour.text().get().strip();
        if (text.matches("[0-9]{1,4}") && MonitorChoices.allowsPerHour(Integer.parseInt(text))) {
            return Optional.of(Integer.parseInt(text));
        }
        perHour.wrong().set(Messages.text("settings.bad_per_hour", text));
        return Optional.empty();
    }

    private Optional<MonitorSettings> readNumbers() {
        var all = Data.fields();
        boolean right = true;
        for (String name : NAMES) {
            Entry entry = number(name);
            entry.wrong().set("");
            Optional<Double> number = readNumber(entry);
            number.ifPresent(value -> all.put(name, value));
            right &= number.isPresent();
        }
        if (!right) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonitorSettings.of(all.build()));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            NAMES.stream()
                    .filter(why::startsWith)
                    .forEach(name -> number(name).wrong().set(why + "."));
            return Optional.empty();
        }
    }

    private static Optional<Double> readNumber(Entry entry) {
        String text = entry.text().get().replace(" ", "");
        if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return Optional.of(Double.parseDouble(text));
        }
        entry.wrong().set(Messages.text("settings.no_number", entry.text().get().strip()));
        return Optional.empty();
    }
}
