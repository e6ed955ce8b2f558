package io.hotlens.ui.shell;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// The views that were shown last; older ones are dropped and made anew when wanted. Belongs to the
/// JavaFX thread.
final class KeptViews<K, V> {

    private final int most;
    private final SequencedMap<K, V> lastUsedLast = new LinkedHashMap<>(16, 0.75f, true);

    KeptViews(int most) {
        this.most = most;
    }

    V get(K of, Function<K, V> maker) {
        V view = lastUsedLast.computeIfAbsent(of, maker);
        if (lastUsedLast.size() > most) {
            lastUsedLast.pollFirstEntry();
        }
        return view;
    }

    /// Drops the views of all others.
    void retain(Collection<K> open) {
        lastUsedLast.keySet().retainAll(open);
    }
}
