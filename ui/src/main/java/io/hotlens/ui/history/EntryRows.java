package io.hotlens.ui.history;

import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.trace.InvestigationId;

import javafx.collections.ObservableList;

import java.util.List;

/// Renews a list in which some rows are chosen.
final class EntryRows {

    private EntryRows() {}

    /// What stays in its place is not touched, so that what was chosen stays chosen.
    static void put(ObservableList<HistoryEntry> rows, List<HistoryEntry> now) {
        int added = now.size() - rows.size();
        if (added < 0 || !ids(now.subList(added, now.size())).equals(ids(rows))) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(now.get(added + i))) {
                rows.set(i, now.get(added + i));
            }
        }
        if (added > 0) {
            rows.addAll(0, now.subList(0, added));
        }
    }

    static List<InvestigationId> ids(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::id).toList();
    }
}
