package io.hotlens.ui.shell;

import io.hotlens.app.session.Session;
import io.hotlens.ui.fx.Tasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.InstantSource;
import java.util.Optional;

/// The open targets and which of them is shown. Belongs to the JavaFX thread.
public final class ShellViewModel implements AutoCloseable {

    private final Tasks tasks;
    private final InstantSource clock;
    private final ObservableList<OpenTarget> targets = FXCollections.observableArrayList();
    private final ObservableList<OpenTarget> seenTargets =
            FXCollections.unmodifiableObservableList(targets);
    private final ReadOnlyObjectWrapper<Optional<OpenTarget>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper settings = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper history = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Over> over = new ReadOnlyObjectWrapper<>(Over.NOTHING);
    private final ReadOnlyIntegerWrapper reasonsWanted = new ReadOnlyIntegerWrapper();
    private final Toasts toasts = new Toasts();
    private final Undo undo = new Undo(toasts);

    public ShellViewModel(Tasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
        selected.subscribe(
                now ->
                        targets.forEach(
                                target -> target.inFront(now.filter(target::equals).isPresent())));
    }

    public ObservableList<OpenTarget> targets() {
        return seenTargets;
    }

    /// The target on the screen; empty while the connect screen is.
    public ReadOnlyObjectProperty<Optional<OpenTarget>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Whether the settings are on the screen, in place of the target or the connect screen.
    public ReadOnlyBooleanProperty settings() {
        return settings.getReadOnlyProperty();
    }

    public void openSettings() {
        settings.set(true);
    }

    public void closeSettings() {
        settings.set(false);
    }

    /// Whether earlier investigations are on the screen, in place of the target or the connect
    /// screen.
    public ReadOnlyBooleanProperty history() {
        return history.getReadOnlyProperty();
    }

    public void openHistory() {
        settings.set(false);
        history.set(true);
    }

    /// Leaves what is on top of the target or the connect screen.
    public void back() {
        if (settings.get()) {
            settings.set(false);
        } else {
            history.set(false);
        }
    }

    /// Whether the target or the connect screen is what is seen.
    boolean isBare() {
        return !settings.get() && !history.get();
    }

    /// What does not work beside the targets, such as telemetry, in one sentence; empty when all
    /// does.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public void tell(String sentence) {
        trouble.set(sentence);
    }

    /// What lies over the window.
    public ReadOnlyObjectProperty<Over> over() {
        return over.getReadOnlyProperty();
    }

    public void put(Over wanted) {
        over.set(wanted);
    }

    /// How often the cursor was wanted in the Investigate field.
    ReadOnlyIntegerProperty reasonsWanted() {
        return reasonsWanted.getReadOnlyProperty();
    }

    /// Puts the cursor into the Investigate field of the selected target.
    public void wantReason() {
        selected.get().ifPresent(this::select);
        reasonsWanted.set(reasonsWanted.get() + 1);
    }

    public Toasts toasts() {
        return toasts;
    }

    public Undo undo() {
        return undo;
    }

    /// Takes over a new session and shows it.
    public OpenTarget open(Session session) {
        var target = new OpenTarget(session, tasks, clock);
        targets.add(target);
        select(target);
        return target;
    }

    public void select(OpenTarget target) {
        settings.set(false);
        history.set(false);
        selected.set(Optional.of(target));
    }

    /// Shows the connect screen.
    public void connectAnother() {
        settings.set(false);
        history.set(false);
        selected.set(Optional.empty());
    }

    /// Disconnects a target; the one beside it is shown next.
    public void close(OpenTarget target) {
        int index = targets.indexOf(target);
        targets.remove(target);
        if (selected.get().filter(target::equals).isPresent()) {
            selected.set(
                    targets.isEmpty()
                            ? Optional.empty()
                            : Optional.of(targets.get(Math.min(index, targets.size() - 1))));
        }
        target.close();
    }

    /// Selects a target and shows one of its screens.
    public void show(OpenTarget target, ScreenId screen) {
        target.screen().set(screen);
        select(target);
    }

    /// Shows another screen of the selected target.
    public void show(ScreenId screen) {
        selected.get().ifPresent(target -> show(target, screen));
    }

    @Override
    public void close() {
        targets.forEach(OpenTarget::close);
        targets.clear();
    }
}
