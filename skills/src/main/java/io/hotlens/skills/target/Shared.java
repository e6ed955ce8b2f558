package io.hotlens.skills.target;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// Lets equal values be one object, as far as it remembers them: thousands of events share few
/// stacks. A value may push out another, never more than the given number are kept. Safe from any
/// thread.
final class Shared<T> {

    private final AtomicReferenceArray<T> known;

    /// @param places how many values are remembered, a power of two
    Shared(int places) {
        known = new AtomicReferenceArray<>(places);
    }

    /// An equal value that is known already, else this one.
    T of(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & known.length() - 1;
        T before = known.get(place);
        if (value.equals(before)) {
            return before;
        }
        known.set(place, value);
        return value;
    }
}
