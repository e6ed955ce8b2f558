package io.hotlens.ui.history;

import io.hotlens.app.report.ReportFormat;
import io.hotlens.app.store.Comparison;
import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryQuery;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.control.SaveDialog;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// The investigations that were kept, and the one or two of them that are shown. Belongs to the
/// JavaFX thread.
public final class HistoryViewModel {

    private final HistoryKeeper history;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Function<SkillId, String> titles;
    private final SaveDialog dialog;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> target =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> cause =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ALL);
    private final ObservableList<HistoryEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<HistoryEntry> seenEntries =
            FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyObjectWrapper<Choices> choices =
            new ReadOnlyObjectWrapper<>(new Choices(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> unreadable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<HistoryEntry> chosen = List.of();
    private boolean renewing;
    private long asked;
    private long answered;
    private long read;

    /// What can be chosen in the filters.
    record Choices(List<String> targets, List<String> causes) {}

    private record Answer(List<HistoryEntry> entries, Choices choices, String trouble) {}

    /// @param titles of skills, for people
    /// @param dialog where a report goes
    public HistoryViewModel(
            HistoryKeeper history,
            Tasks tasks,
            InstantSource clock,
            Function<SkillId, String> titles,
            SaveDialog dialog) {
        this.history = history;
        this.tasks = tasks;
        this.clock = clock;
        this.titles = titles;
        this.dialog = dialog;
        text.subscribe(this::refresh);
        target.subscribe(this::refresh);
        cause.subscribe(this::refresh);
        period.subscribe(this::refresh);
    }

    /// Part of a target, reason, root cause or finding; empty for all.
    StringProperty text() {
        return text;
    }

    ObjectProperty<Optional<String>> target() {
        return target;
    }

    ObjectProperty<Optional<String>> cause() {
        return cause;
    }

    ObjectProperty<Period> period() {
        return period;
    }

    /// Those that match, newest first.
    ObservableList<HistoryEntry> entries() {
        return seenEntries;
    }

    ReadOnlyObjectProperty<Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why nothing is kept at present; empty when all is well.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What came of the last command, in one sentence.
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /// Why what was kept cannot be read.
    ReadOnlyObjectProperty<Optional<Problem>> unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    Function<SkillId, String> titles() {
        return titles;
    }

    boolean isFiltered() {
        return !text.get().isBlank()
                || target.get().isPresent()
                || cause.get().isPresent()
                || period.get() != Period.ALL;
    }

    /// How much there is, in one sentence.
    String sentence() {
        if (unreadable.get().isPresent()) {
            return Messages.text("history.unreadable");
        }
        if (entries.isEmpty()) {
            return Messages.text(isFiltered() ? "history.none_match" : "history.none");
        }
        return Messages.text(
                "history.some", entries.size(), Formats.ago(entries.getFirst().startedAt(), now()));
    }

    Instant now() {
        return clock.instant();
    }

    /// Reads the list anew; an answer that was overtaken by a later one is void.
    public void refresh() {
        long number = ++asked;
        HistoryQuery query =
                HistoryQuery.ALL
                        .containing(text.get())
                        .of(target.get())
                        .causedBy(cause.get())
                        .begunSince(period.get().since(clock.instant()));
        tasks.run(
                () ->
                        new Answer(
                                history.find(query),
                                new Choices(history.targets(), history.causes()),
                                history.trouble()),
                answer -> {
                    if (number > answered) {
                        answered = number;
                        show(answer);
                    }
                },
                failed -> {
                    if (number > answered) {
                        answered = number;
                        entries.clear();
                        unreadable.set(Optional.of(failed));
                    }
                });
    }

    private void show(Answer answer) {
        unreadable.set(Optional.empty());
        trouble.set(answer.trouble());
        choices.set(answer.choices());
        List<InvestigationId> ids = EntryRows.ids(chosen);
        renewing = true;
        EntryRows.put(entries, answer.entries());
        renewing = false;
        choose(entries.stream().filter(entry -> ids.contains(entry.id())).toList());
    }

    /// Shows one, or two side by side; nothing when none or more are chosen.
    void choose(List<HistoryEntry> wanted) {
        if (renewing || (wanted.equals(chosen) && !(shown.get() instanceof Shown.Failed))) {
            return;
        }
        chosen = List.copyOf(wanted);
        if (!chosen.isEmpty()) {
            said.set("");
        }
        switch (chosen.size()) {
            case 1 -> load(() -> one(chosen.getFirst().id()));
            case 2 -> load(() -> two(chosen.get(0).id(), chosen.get(1).id()));
            default -> {
                read++;
                shown.set(new Shown.Nothing());
            }
        }
    }

    private void load(Callable<Shown> work) {
        long number = ++read;
        tasks.run(
                work,
                loaded -> {
                    if (number == read) {
                        shown.set(loaded);
                    }
                },
                failed -> {
                    if (number == read) {
                        shown.set(new Shown.Failed(failed));
                    }
                });
    }

    private Shown one(InvestigationId id) {
        return history.read(id)
                .<Shown>map(kept -> new Shown.One(kept, Run.of(kept, titles)))
                .orElseGet(Shown.Nothing::new);
    }

    private Shown two(InvestigationId one, InvestigationId other) {
        Optional<KeptInvestigation> first = history.read(one);
        Optional<KeptInvestigation> second = history.read(other);
        if (first.isEmpty() || second.isEmpty()) {
            return new Shown.Nothing();
        }
        boolean inOrder =
                !first.get()
                        .investigation()
                        .startedAt()
                        .isAfter(second.get().investigation().startedAt());
        KeptInvestigation before = inOrder ? first.get() : second.get();
        KeptInvestigation after = inOrder ? second.get() : first.get();
        return new Shown.Two(
                before, after, Comparison.of(before.investigation(), after.investigation()));
    }

    /// Whether it is shown, alone or beside another.
    boolean isChosen(HistoryEntry entry) {
        return EntryRows.ids(chosen).contains(entry.id());
    }

    /// The one before it of the same target, among those that are listed.
    Optional<HistoryEntry> earlier(InvestigationId id) {
        Optional<HistoryEntry> here =
                entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        return here.flatMap(
                one ->
                        entries.stream()
                                .skip(entries.indexOf(one) + 1L)
                                .filter(entry -> entry.target().equals(one.target()))
                                .findFirst());
    }

    void delete(InvestigationId id) {
        tasks.run(
                () -> history.delete(id),
                _ -> {
                    choose(List.of());
                    said.set(Messages.text("history.deleted"));
                    refresh();
                },
                failed -> shown.set(new Shown.Failed(failed)));
    }

    /// Asks where to, and writes a report.
    void export(KeptInvestigation kept, ReportFormat format) {
        new ReportExport(dialog, tasks).write(kept, format, said::set);
    }
}
