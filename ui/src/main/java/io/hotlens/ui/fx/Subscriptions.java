package io.hotlens.ui.fx;

import io.hotlens.skills.target.Subscription;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects handles and closes them together. Belongs to the JavaFX thread.
public final class Subscriptions implements Subscription {

    private final List<Subscription> open = new ArrayList<>();

    public void add(Subscription subscription) {
        open.add(subscription);
    }

    /// Calls `listener` with the present value and each later one.
    public <T> void follow(ObservableValue<T> value, Consumer<? super T> listener) {
        ChangeListener<T> change = (_, _, now) -> listener.accept(now);
        value.addListener(change);
        open.add(() -> value.removeListener(change));
        listener.accept(value.getValue());
    }

    /// Calls `listener` now and after each change of `source`.
    public void watch(Observable source, Runnable listener) {
        InvalidationListener change = _ -> listener.run();
        source.addListener(change);
        open.add(() -> source.removeListener(change));
        listener.run();
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
