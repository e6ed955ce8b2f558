package io.hotlens.ui.connect;

import io.hotlens.skills.target.JvmProcess;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/// The targets of the last time, as far as they can be opened again. Belongs to the JavaFX thread.
public final class EarlierTargets {

    /// A JVM says when it began a little after its process did.
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private final BiConsumer<Earlier, Runnable> opener;
    private final ObservableList<Earlier> shown = FXCollections.observableArrayList();
    private final ObservableList<Earlier> seenShown =
            FXCollections.unmodifiableObservableList(shown);
    private List<Earlier> remembered = List.of();
    private List<JvmProcess> running = List.of();

    /// @param opener opens one, and calls what it is given when that one is open
    EarlierTargets(BiConsumer<Earlier, Runnable> opener) {
        this.opener = opener;
    }

    /// Processes only while they run.
    public ObservableList<Earlier> shown() {
        return seenShown;
    }

    /// Offers to open again what was open the last time.
    public void offer(List<Earlier> targets) {
        remembered = List.copyOf(targets);
        choose();
    }

    /// The JVMs of this host.
    void found(List<JvmProcess> processes) {
        running = List.copyOf(processes);
        choose();
    }

    public void open(Earlier target) {
        opener.accept(target, () -> done(target));
    }

    /// Opens all processes, one after the other, until one cannot be opened.
    public void openAll() {
        shown.stream().filter(Earlier.Local.class::isInstance).findFirst().ifPresent(this::openOn);
    }

    private void openOn(Earlier first) {
        opener.accept(
                first,
                () -> {
                    done(first);
                    openAll();
                });
    }

    private void done(Earlier target) {
        remembered = remembered.stream().filter(other -> !other.equals(target)).toList();
        choose();
    }

    private void choose() {
        List<Earlier> there = remembered.stream().filter(this::isThere).toList();
        if (!shown.equals(there)) {
            shown.setAll(there);
        }
    }

    private boolean isThere(Earlier target) {
        return switch (target) {
            case Earlier.Remote _ -> true;
            case Earlier.Local local ->
                    running.stream().anyMatch(process -> isTheSame(local, process));
        };
    }

    private static boolean isTheSame(Earlier.Local local, JvmProcess process) {
        Duration apart = Duration.between(process.startedAt(), local.startedAt()).abs();
        return process.pid() == local.pid() && apart.compareTo(SAME_START) <= 0;
    }
}
