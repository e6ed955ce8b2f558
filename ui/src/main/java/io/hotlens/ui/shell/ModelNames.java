package io.hotlens.ui.shell;

import io.hotlens.ui.fx.Tasks;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.function.Supplier;

/// The clients of the settings by their names. Belongs to the JavaFX thread.
public final class ModelNames {

    private final Supplier<List<String>> source;
    private final Tasks tasks;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<String> seenNames =
            FXCollections.unmodifiableObservableList(names);

    /// @param source may block, and throw when the settings cannot be understood
    public ModelNames(Supplier<List<String>> source, Tasks tasks) {
        this.source = source;
        this.tasks = tasks;
    }

    public ObservableList<String> names() {
        return seenNames;
    }

    /// Reads them anew; there are none while the settings cannot be understood.
    public void refresh() {
        tasks.run(
                source::get,
                found -> {
                    if (!found.equals(names)) {
                        names.setAll(found);
                    }
                },
                _ -> names.clear());
    }
}
