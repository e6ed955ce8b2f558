package io.hotlens.skills.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps the newest items, up to its capacity; safe from any thread.
public final class RingBuffer<T> {

    private final int capacity;
    private final Deque<T> items;

    public RingBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a ring holds at least one item, not " + capacity);
        }
        this.capacity = capacity;
        this.items = new ArrayDeque<>(Math.min(capacity, 64));
    }

    public synchronized void add(T item) {
        if (items.size() == capacity) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    /// Oldest first.
    public synchronized List<T> oldestFirst() {
        return new ArrayList<>(items);
    }

    /// Newest first.
    public synchronized List<T> newestFirst() {
        return new ArrayList<>(items.reversed());
    }

    public synchronized int size() {
        return items.size();
    }

    public synchronized void clear() {
        items.clear();
    }
}
