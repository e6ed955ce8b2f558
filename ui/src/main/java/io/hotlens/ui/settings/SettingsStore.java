package io.hotlens.ui.settings;

import io.hotlens.app.settings.Settings;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings as the file has them; changes are written one after the other. Belongs to the
/// JavaFX thread.
public final class SettingsStore {

    private record Change(UnaryOperator<Settings> how, Runnable done) {}

    private final SettingsEngine engine;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Settings>> settings =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> unreadable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> unsaved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Runnable> listeners = new ArrayList<>();
    private final Deque<Change> waiting = new ArrayDeque<>();
    private boolean busy;

    public SettingsStore(SettingsEngine engine, Tasks tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    SettingsEngine engine() {
        return engine;
    }

    Tasks tasks() {
        return tasks;
    }

    /// Empty until they were read for the first time.
    public ReadOnlyObjectProperty<Optional<Settings>> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Why the file cannot be understood; nothing is changed in it then.
    ReadOnlyObjectProperty<Optional<Problem>> unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    /// Why the last change was not written.
    ReadOnlyObjectProperty<Optional<Problem>> unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /// Calls `listener` after each change that was written.
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /// Reads the file anew.
    public void refresh() {
        tasks.run(
                engine.read()::get,
                this::show,
                failed -> {
                    settings.set(Optional.empty());
                    unreadable.set(Optional.of(failed));
                });
    }

    /// Writes a change after those asked for before.
    ///
    /// @param how must not depend on anything but the settings it is given
    /// @param done called when it was written
    void change(UnaryOperator<Settings> how, Runnable done) {
        waiting.addLast(new Change(how, done));
        next();
    }

    void tell(Problem problem) {
        unsaved.set(Optional.of(problem));
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Change change = waiting.removeFirst();
        tasks.run(
                () -> engine.change().apply(change.how()),
                written -> {
                    busy = false;
                    unsaved.set(Optional.empty());
                    show(written);
                    change.done().run();
                    listeners.forEach(Runnable::run);
                    next();
                },
                failed -> {
                    busy = false;
                    tell(failed);
                    next();
                });
    }

    private void show(Settings now) {
        unreadable.set(Optional.empty());
        settings.set(Optional.of(now));
    }
}
