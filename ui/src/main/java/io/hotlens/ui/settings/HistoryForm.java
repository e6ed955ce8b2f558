package io.hotlens.ui.settings;

import io.hotlens.app.settings.Settings;
import io.hotlens.app.store.HistoryOptions;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.OptionalInt;

/// What is chosen about the history. Belongs to the JavaFX thread.
final class HistoryForm {

    private record Typed(boolean on, String days, String megabytes) {}

    private final SettingsStore store;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final StringProperty days = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper wrongDays = new ReadOnlyStringWrapper("");
    private final StringProperty megabytes = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper wrongMegabytes = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private Typed before = typed();

    HistoryForm(SettingsStore store) {
        this.store = store;
        on.subscribe(this::compare);
        days.subscribe(this::compare);
        megabytes.subscribe(this::compare);
        store.settings().subscribe(now -> now.ifPresent(this::show));
    }

    BooleanProperty on() {
        return on;
    }

    StringProperty days() {
        return days;
    }

    ReadOnlyStringProperty wrongDays() {
        return wrongDays.getReadOnlyProperty();
    }

    StringProperty megabytes() {
        return megabytes;
    }

    ReadOnlyStringProperty wrongMegabytes() {
        return wrongMegabytes.getReadOnlyProperty();
    }

    /// Whether something was chosen that is not in the settings.
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    private Typed typed() {
        return new Typed(on.get(), days.get(), megabytes.get());
    }

    private void compare() {
        changed.set(!typed().equals(before));
    }

    /// Keeps what was typed and not saved yet.
    private void show(Settings settings) {
        HistoryOptions now = settings.history();
        boolean typing = changed.get();
        before = new Typed(now.on(), String.valueOf(now.days()), String.valueOf(now.megabytes()));
        if (!typing) {
            reset();
        }
        compare();
    }

    /// Takes back what was chosen.
    void reset() {
        Typed wanted = before;
        on.set(wanted.on());
        days.set(wanted.days());
        megabytes.set(wanted.megabytes());
        wrongDays.set("");
        wrongMegabytes.set("");
    }

    /// Saves unless a field is wrong, which says why then.
    void save() {
        OptionalInt age = number(days, wrongDays, HistoryOptions.MOST_DAYS);
        OptionalInt size = number(megabytes, wrongMegabytes, HistoryOptions.MOST_MEGABYTES);
        if (age.isPresent() && size.isPresent()) {
            var options = new HistoryOptions(on.get(), age.getAsInt(), size.getAsInt());
            store.change(settings -> settings.with(options), this::reset);
        }
    }

    private static OptionalInt number(StringProperty field, ReadOnlyStringWrapper wrong, int most) {
        String typed = field.get().strip();
        if (typed.matches("\\d{1,6}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= most) {
                wrong.set("");
                return OptionalInt.of(number);
            }
        }
        wrong.set(Messages.text("settings.bad_number", typed, most));
        return OptionalInt.empty();
    }
}
