package io.hotlens.app.llm;

import org.jspecify.annotations.Nullable;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Values by the instance that each belongs to, as long as somebody else holds that instance; a
/// value must not hold it. Safe from any thread.
public final class ByIdentity<K, V> {

    private static final class Key<K> extends WeakReference<K> {
        private final int hash;

        Key(K instance, @Nullable ReferenceQueue<K> gone) {
            super(instance, gone);
            this.hash = System.identityHashCode(instance);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Key<?> key
                            && key.hash == hash
                            && get() != null
                            && get() == key.get());
        }
    }

    private final Map<Key<K>, V> values = new HashMap<>();
    private final ReferenceQueue<K> gone = new ReferenceQueue<>();

    public synchronized Optional<V> get(K instance) {
        return Optional.ofNullable(values.get(new Key<>(instance, null)));
    }

    /// The value of the instance, made when it has none yet.
    public V get(K instance, Function<? super K, ? extends V> make) {
        return get(instance)
                .orElseGet(
                        () -> {
                            V made = make.apply(instance);
                            put(instance, made);
                            return made;
                        });
    }

    public synchronized void put(K instance, V value) {
        for (Reference<? extends K> one = gone.poll(); one != null; one = gone.poll()) {
            values.remove(one);
        }
        values.put(new Key<>(instance, gone), value);
    }
}
