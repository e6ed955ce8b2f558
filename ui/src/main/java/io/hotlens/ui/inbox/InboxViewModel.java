package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The notifications of a target that pass a filter. Belongs to the JavaFX thread.
public final class InboxViewModel {

    private final TargetModel model;
    private final BiConsumer<List<NotificationId>, NotificationStatus> mark;
    private final ObjectProperty<InboxFilter> filter = new SimpleObjectProperty<>(InboxFilter.ALL);
    private final ObjectProperty<Optional<FoundItem>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<FoundItem> shown = FXCollections.observableArrayList();
    private final ObservableList<FoundItem> seenShown =
            FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyObjectWrapper<Counts> counts =
            new ReadOnlyObjectWrapper<>(Counts.of(List.of()));

    /// How many there are, whatever the filter.
    ///
    /// @param skills that reported something
    record Counts(
            int all,
            Map<NotificationStatus, Integer> statuses,
            Map<Severity, Integer> severities,
            List<SkillId> skills) {

        Counts {
            statuses = Map.copyOf(statuses);
            severities = Map.copyOf(severities);
            skills = List.copyOf(skills);
        }

        static Counts of(Collection<FoundItem> items) {
            Map<NotificationStatus, Integer> statuses = new EnumMap<>(NotificationStatus.class);
            Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
            var skills = new TreeSet<String>();
            for (FoundItem item : items) {
                statuses.merge(item.status().get(), 1, Integer::sum);
                severities.merge(item.notification().severity(), 1, Integer::sum);
                skills.add(item.notification().operator().value());
            }
            return new Counts(
                    items.size(), statuses, severities, skills.stream().map(SkillId::new).toList());
        }

        int of(NotificationStatus status) {
            return statuses.getOrDefault(status, 0);
        }

        int of(Severity severity) {
            return severities.getOrDefault(severity, 0);
        }
    }

    /// @param mark changes where notifications stand; the change comes back as events
    public InboxViewModel(
            TargetModel model, BiConsumer<List<NotificationId>, NotificationStatus> mark) {
        this.model = model;
        this.mark = mark;
        model.findings().changes().subscribe(_ -> recount());
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

    ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
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

    /// Shows one notification, even when the filter hides it.
    public void open(NotificationId id) {
        model.findings()
                .find(id)
                .ifPresent(
                        item -> {
                            if (rowOf(item).isEmpty()) {
                                filter.set(filter.get().open());
                            }
                            selected.set(Optional.of(item));
                        });
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
                        .filter(row -> row.status().get() != to)
                        .flatMap(this::standingFor)
                        .map(item -> item.notification().id())
                        .toList();
        if (!ids.isEmpty()) {
            mark.accept(ids, to);
        }
    }

    private Stream<FoundItem> standingFor(FoundItem row) {
        return filter.get().grouped()
                ? row.same().stream().filter(item -> item.status().get() == row.status().get())
                : Stream.of(row);
    }

    private void recount() {
        counts.set(Counts.of(model.findings().items()));
        refilter();
    }

    private void forgetTheOld() {
        if (filter.get().age().isPresent()) {
            refilter();
        }
    }

    /// Adds what is new before what is shown already, so that the list keeps its place.
    private void refilter() {
        List<FoundItem> now = filter.get().of(model.findings().items(), now(), model::title);
        int added = now.size() - shown.size();
        if (added >= 0 && now.subList(added, now.size()).equals(shown)) {
            shown.addAll(0, now.subList(0, added));
        } else {
            shown.setAll(now);
        }
    }
}
