package io.hotlens.ui.model;

import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.app.session.SessionEgress;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.concurrent.Executor;

/// What left for models in one session, newest first. Belongs to the JavaFX thread.
public final class Sent implements AutoCloseable {

    private static final int KEPT = 100;

    private final ObservableList<EgressLog.Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<EgressLog.Entry> seenEntries =
            FXCollections.unmodifiableObservableList(entries);
    private final Runnable end;

    /// Follows a session from its beginning.
    public Sent(SessionEgress egress, Executor screen) {
        end = egress.follow(entry -> screen.execute(() -> add(entry)));
    }

    public ObservableList<EgressLog.Entry> entries() {
        return seenEntries;
    }

    private void add(EgressLog.Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > KEPT) {
            entries.removeLast();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
