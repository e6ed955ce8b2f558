package io.hotlens.ui.sent;

import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.ui.control.DataClasses;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.Sent;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import java.util.Optional;

/// What left, and the exact text of the request that is chosen. Belongs to the JavaFX thread.
public final class SentViewModel {

    private final Sent sent;
    private final Tasks tasks;
    private final ObjectProperty<Optional<EgressLog.Entry>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    public SentViewModel(Sent sent, Tasks tasks) {
        this.sent = sent;
        this.tasks = tasks;
        selected.subscribe(this::write);
        selected.subscribe(() -> missing.set(""));
        sent.entries().addListener((Observable _) -> chooseOne());
        chooseOne();
    }

    /// Newest first.
    ObservableList<EgressLog.Entry> entries() {
        return sent.entries();
    }

    ObjectProperty<Optional<EgressLog.Entry>> selected() {
        return selected;
    }

    /// All that left with the chosen request; empty while it is being written.
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// Which request was asked for and is not kept, in one sentence; else empty.
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /// Shows one request.
    ///
    /// @param number of the request in its session
    public void open(long number) {
        Optional<EgressLog.Entry> wanted =
                entries().stream().filter(entry -> entry.number() == number).findFirst();
        wanted.ifPresent(entry -> selected.set(Optional.of(entry)));
        missing.set(
                wanted.isPresent() ? "" : Messages.text("sent.not_kept", String.valueOf(number)));
    }

    /// How much left, in one sentence.
    String sentence() {
        if (entries().isEmpty()) {
            return Messages.text("sent.nothing");
        }
        long chars = entries().stream().mapToLong(EgressLog.Entry::chars).sum();
        return Messages.text("sent.some", entries().size(), Formats.number((double) chars));
    }

    /// Size and what was withheld of one request.
    static String facts(EgressLog.Entry entry) {
        String size = Formats.number(entry.chars());
        int parts = DataClasses.total(entry.withheld());
        return parts == 0
                ? Messages.text("sent.size", size)
                : Messages.text("sent.withheld", size, parts);
    }

    /// What was withheld of one request, by class.
    static String withheld(EgressLog.Entry entry) {
        return entry.withheld().isEmpty()
                ? Messages.text("sent.as_it_is")
                : Messages.text("sent.replaced", DataClasses.counted(entry.withheld()));
    }

    private void chooseOne() {
        if (selected.get().isEmpty() && !entries().isEmpty()) {
            selected.set(Optional.of(entries().getFirst()));
        }
    }

    private void write(Optional<EgressLog.Entry> chosen) {
        text.set("");
        chosen.ifPresent(
                entry ->
                        tasks.run(
                                entry::text,
                                written -> {
                                    if (selected.get().equals(chosen)) {
                                        text.set(written);
                                    }
                                },
                                failed -> text.set(failed.sentence())));
    }
}
