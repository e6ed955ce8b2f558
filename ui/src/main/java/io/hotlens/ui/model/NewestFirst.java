package io.hotlens.ui.model;

import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.List;

/// The newest items of a stream, newest first; each batch is one change, whatever it holds. Belongs
/// to the JavaFX thread.
public final class NewestFirst<T> extends ObservableListBase<T> {

    private final int capacity;
    private final List<T> ring = new ArrayList<>();
    private int newest = -1;
    private int count;

    public NewestFirst(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public T get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index + " of " + count);
        }
        return ring.get(Math.floorMod(newest - index, capacity));
    }

    @Override
    public int size() {
        return count;
    }

    /// Adds a batch, oldest first; the oldest items make room.
    public void push(List<T> batch) {
        if (batch.isEmpty()) {
            return;
        }
        beginChange();
        int fresh = Math.min(batch.size(), capacity);
        forget(Math.max(0, count + fresh - capacity));
        add(batch.subList(batch.size() - fresh, batch.size()));
        endChange();
    }

    /// Puts these, oldest first, in the place of all.
    public void show(List<T> items) {
        beginChange();
        forget(count);
        add(items.subList(Math.max(0, items.size() - capacity), items.size()));
        endChange();
    }

    /// The items, oldest first.
    public List<T> oldestFirst() {
        return List.copyOf(reversed());
    }

    private void forget(int oldest) {
        if (oldest > 0) {
            var gone = new ArrayList<T>(subList(count - oldest, count));
            count -= oldest;
            nextRemove(count, gone);
        }
    }

    private void add(List<T> items) {
        for (T item : items) {
            newest = (newest + 1) % capacity;
            if (newest == ring.size()) {
                ring.add(item);
            } else {
                ring.set(newest, item);
            }
            count++;
        }
        if (!items.isEmpty()) {
            nextAdd(0, items.size());
        }
    }
}
