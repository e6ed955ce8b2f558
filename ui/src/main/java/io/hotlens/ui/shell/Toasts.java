package io.hotlens.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The news at the edge of the window, oldest first. Belongs to the JavaFX thread.
public final class Toasts {

    private static final int MOST = 4;

    private final ObservableList<Toast> shown = FXCollections.observableArrayList();
    private final ObservableList<Toast> seenShown = FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Toast> shown() {
        return seenShown;
    }

    /// Shows one, in place of an older one about the same; the oldest goes when there are too many.
    public void tell(Toast toast) {
        shown.removeIf(old -> old.about().equals(toast.about()));
        shown.add(toast);
        if (shown.size() > MOST) {
            shown.removeFirst();
        }
    }

    /// Takes one away.
    public void dismiss(Toast toast) {
        shown.remove(toast);
    }
}
