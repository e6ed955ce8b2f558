package io.hotlens.ui.metrics;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;

/// What was pinned, in that order; one for all targets of the window. Belongs to the JavaFX thread.
public final class Board {

    private final ReadOnlyObjectWrapper<List<Pin>> pins = new ReadOnlyObjectWrapper<>(List.of());

    public ReadOnlyObjectProperty<List<Pin>> pins() {
        return pins.getReadOnlyProperty();
    }

    /// Puts back what was pinned earlier.
    public void restore(List<Pin> earlier) {
        pins.set(earlier.stream().distinct().toList());
    }

    boolean has(Pin pin) {
        return pins.get().contains(pin);
    }

    /// Pins it, or takes it off when it is pinned.
    void toggle(Pin pin) {
        var next = new ArrayList<>(pins.get());
        if (!next.remove(pin)) {
            next.add(pin);
        }
        pins.set(List.copyOf(next));
    }

    /// Puts one in the place of another.
    void replace(Pin old, Pin with) {
        restore(pins.get().stream().map(pin -> pin.equals(old) ? with : pin).toList());
    }
}
