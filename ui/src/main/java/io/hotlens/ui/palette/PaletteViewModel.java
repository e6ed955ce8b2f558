package io.hotlens.ui.palette;

import io.hotlens.ui.fx.Tasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Finds what is typed among everything there is, off the JavaFX thread. Belongs to the JavaFX
/// thread.
public final class PaletteViewModel {

    private static final int MOST_OF_A_KIND = 20;
    private static final int MOST_RECENT = 12;

    private final Supplier<List<PaletteItem>> source;
    private final Tasks tasks;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteItem> results = FXCollections.observableArrayList();
    private final ObservableList<PaletteItem> seenResults =
            FXCollections.unmodifiableObservableList(results);
    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private List<PaletteItem> items = List.of();
    private long searches;

    /// @param source everything there is at the moment; asked each time the palette opens
    public PaletteViewModel(Supplier<List<PaletteItem>> source, Tasks tasks) {
        this.source = source;
        this.tasks = tasks;
        query.subscribe(_ -> search());
    }

    public StringProperty query() {
        return query;
    }

    /// The best first.
    public ObservableList<PaletteItem> results() {
        return seenResults;
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Ids of what was used, newest first.
    public ObservableList<String> recent() {
        return recent;
    }

    /// Begins anew.
    public void begin() {
        items = List.copyOf(source.get());
        open.set(true);
        query.set("");
        search();
    }

    public void close() {
        open.set(false);
        items = List.of();
        searches++;
        results.clear();
    }

    /// Looks again at what there is; does nothing while it is closed.
    public void refresh() {
        if (open.get()) {
            items = List.copyOf(source.get());
            search();
        }
    }

    /// Closes and does it.
    public void choose(PaletteItem item) {
        close();
        if (!item.id().isEmpty()) {
            recent.remove(item.id());
            recent.addFirst(item.id());
            if (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
        }
        item.action().run();
    }

    private void search() {
        if (!open.get()) {
            return;
        }
        long mine = ++searches;
        String typed = query.get();
        List<PaletteItem> among = items;
        List<String> used = new ArrayList<>(recent);
        tasks.run(
                () -> Ranking.find(typed, among, used, MOST_OF_A_KIND),
                found -> {
                    if (mine == searches) {
                        results.setAll(found);
                    }
                },
                _ -> {});
    }
}
