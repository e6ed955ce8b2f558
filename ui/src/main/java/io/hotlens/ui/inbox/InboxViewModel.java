package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.control.SnapshotPast;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.FoundCounts;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The notifications of a target that pass a filter. Belongs to the JavaFX thread.
public final class InboxViewModel {

    private final TargetModel model;
    private final Tasks tasks;
    private final BiConsumer<List<NotificationId>, NotificationStatus> mark;
    private final ObjectProperty<InboxFilter> filter = new SimpleObjectProperty<>(InboxFilter.ALL);
    private final ObjectProperty<Optional<FoundItem>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<FoundItem> shown = FXCollections.observableArrayList();
    private final ObservableList<FoundItem> seenShown =
            FXCollections.unmodifiableObservableList(shown);
    private Optional<FoundItem> opening = Optional.empty();
    private final ReadOnlyBooleanWrapper filtering = new ReadOnlyBooleanWrapper();
    private boolean again;

    /// @param mark changes where notifications stand; the change comes back as events
    public InboxViewModel(
            TargetModel model,
            Tasks tasks,
            BiConsumer<List<NotificationId>, NotificationStatus> mark) {
        this.model = model;
        this.tasks = tasks;
        this.mark = mark;
        model.findings().changes().subscribe(_ -> refilter());
        filter.subscribe(_ -> refilter());
        model.vitals().subscribe(_ -> forgetTheOld());
    }

    /// Newest first.
    public ObservableList<FoundItem> items() {
        return seenShown;
    }

    public ObjectProperty<InboxFilter> filter() {
        return filter;
    }

    /// Changes one part of the filter.
    void filter(Function<InboxFilter, InboxFilter> change) {
        filter.set(change.apply(filter.get()));
    }

    /// The notification in the detail.
    public ObjectProperty<Optional<FoundItem>> selected() {
        return selected;
    }

    /// Whether the list is about to change.
    ReadOnlyBooleanProperty filtering() {
        return filtering.getReadOnlyProperty();
    }

    /// How many there are, whatever the filter.
    ReadOnlyObjectProperty<FoundCounts> counts() {
        return model.findings().counts();
    }

    String title(Notification notification) {
        return model.title(notification.operator());
    }

    String title(SkillId skill) {
        return model.title(skill);
    }

    Instant now() {
        return model.vitals().get().at();
    }

    /// What the snapshots of a notification can be compared with.
    SnapshotPast past() {
        return new KnownPast(model, tasks);
    }

    /// Shows one notification, even when the filter hides it.
    public void open(NotificationId id) {
        opening = model.findings().find(id);
        if (opening.isPresent() && opening.flatMap(this::rowOf).isEmpty()) {
            filter.set(filter.get().open());
        }
        select();
    }

    /// Selects what is to be opened once its row is there.
    private void select() {
        if (opening.isPresent() && (!filtering.get() || opening.flatMap(this::rowOf).isPresent())) {
            Optional<FoundItem> opened = opening;
            opening = Optional.empty();
            selected.set(opened);
        }
    }

    /// The row that stands for a notification: itself, or the newest of its kind.
    Optional<FoundItem> rowOf(FoundItem item) {
        return filter.get().grouped()
                ? shown.stream().filter(row -> row.group().equals(item.group())).findFirst()
                : Optional.of(item).filter(shown::contains);
    }

    /// Puts rows where they are to stand, each with those of its kind that stand where it does.
    ///
    /// @param rows the one in the detail when empty
    void move(List<FoundItem> rows, NotificationStatus to) {
        List<FoundItem> chosen = rows.isEmpty() ? selected.get().stream().toList() : rows;
        List<NotificationId> ids =
                chosen.stream()
                        .filter(row -> row.standing() != to)
                        .flatMap(this::standingFor)
                        .map(item -> item.notification().id())
                        .toList();
        if (!ids.isEmpty()) {
            mark.accept(ids, to);
        }
    }

    private Stream<FoundItem> standingFor(FoundItem row) {
        return filter.get().grouped()
                ? row.group().stream().filter(item -> item.standing() == row.standing())
                : Stream.of(row);
    }

    private void forgetTheOld() {
        if (filter.get().age().isPresent()) {
            refilter();
        }
    }

    /// Filters off the JavaFX thread, once at a time: what changes meanwhile is filtered
    /// afterwards.
    private void refilter() {
        if (filtering.get()) {
            again = true;
            return;
        }
        filtering.set(true);
        again = false;
        InboxFilter wanted = filter.get();
        List<FoundItem> all = List.copyOf(model.findings().items());
        List<FoundItem> before = List.copyOf(shown);
        Instant now = now();
        tasks.run(
                () -> Filtered.of(wanted.of(all, now, model::title), before),
                found -> {
                    if (wanted.equals(filter.get())) {
                        show(found);
                    }
                    ended();
                },
                _ -> ended());
    }

    private void ended() {
        filtering.set(false);
        if (again) {
            refilter();
        }
        select();
    }

    /// What passes the filter.
    ///
    /// @param added how many are new before those that were shown; empty when those are others now
    private record Filtered(List<FoundItem> items, OptionalInt added) {

        static Filtered of(List<FoundItem> now, List<FoundItem> before) {
            int added = now.size() - before.size();
            return new Filtered(
                    now,
                    added >= 0 && now.subList(added, now.size()).equals(before)
                            ? OptionalInt.of(added)
                            : OptionalInt.empty());
        }
    }

    /// Adds what is new before what is shown already, so that the list keeps its place.
    private void show(Filtered found) {
        if (found.added().isEmpty()) {
            shown.setAll(found.items());
        } else if (found.added().getAsInt() > 0) {
            shown.addAll(0, found.items().subList(0, found.added().getAsInt()));
        }
    }
}
