package io.hotlens.ui.control;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that keys do. A screen listens by the same table that the list of keys is made of, so
/// that the list can neither miss a key nor name one that does nothing.
public interface Shortcut {

    /// Any of these does it; none when it has no key.
    List<KeyCombination> keys();

    /// What they do, in words.
    String does();

    /// The one of a table that an event asks for.
    static <S extends Shortcut> Optional<S> of(S[] table, KeyEvent event) {
        return Stream.of(table)
                .filter(one -> one.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }
}
