package io.hotlens.ui.model;

import static io.hotlens.app.notification.NotificationStatus.RESOLVED;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything found on one target, newest first. What is changed [#together] is told once. Belongs
/// to the JavaFX thread.
public final class Findings {

    private final ObservableList<FoundItem> items = FXCollections.observableArrayList();
    private final ObservableList<FoundItem> seenItems =
            FXCollections.unmodifiableObservableList(items);
    private final ObservableList<Insight> insights = FXCollections.observableArrayList();
    private final ObservableList<Insight> seenInsights =
            FXCollections.unmodifiableObservableList(insights);
    private final Map<NotificationId, FoundItem> byId = new HashMap<>();
    private final Map<FoundGroup.Key, FoundGroup> groups = new HashMap<>();
    private final List<FoundItem> fresh = new ArrayList<>();
    private final List<FoundItem> older = new ArrayList<>();
    private final FoundTally tally = new FoundTally();
    private boolean moved;
    private int together;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<FoundCounts> counts =
            new ReadOnlyObjectWrapper<>(FoundCounts.NONE);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Severity>> worst =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<InvestigationId> newest = Optional.empty();

    public ObservableList<FoundItem> items() {
        return seenItems;
    }

    public ObservableList<Insight> insights() {
        return seenInsights;
    }

    /// Goes up when a notification has come or its status has changed.
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// How many there are, by what they are and where they stand.
    public ReadOnlyObjectProperty<FoundCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    /// How many notifications nobody has looked at.
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// The gravest severity of what is not resolved and of the newest investigation's insights.
    public ReadOnlyObjectProperty<Optional<Severity>> worst() {
        return worst.getReadOnlyProperty();
    }

    public Optional<FoundItem> find(NotificationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The notifications an insight rests on, as far as they are known, in the insight's order.
    public List<Notification> cited(Insight insight) {
        return insight.notificationIds().stream()
                .flatMap(id -> find(id).stream())
                .map(FoundItem::notification)
                .toList();
    }

    /// The newest of the gravest that nobody, and no insight, has dealt with.
    public Optional<FoundItem> worstOpen() {
        return tally.unresolved()
                .max(Comparator.naturalOrder())
                .flatMap(
                        severity ->
                                items.stream()
                                        .filter(item -> item.standing() != RESOLVED)
                                        .filter(item -> item.notification().severity() == severity)
                                        .findFirst());
    }

    /// How many of a severity nobody, and no insight, has dealt with.
    public int open(Severity severity) {
        return tally.unresolved(severity);
    }

    /// The insights of the investigation that was started last, the likeliest root first.
    public List<Insight> current() {
        return insights.stream()
                .filter(insight -> newest.filter(insight.investigation()::equals).isPresent())
                .toList();
    }

    /// A new investigation began: what an older one concluded may no longer hold.
    void begin(InvestigationId investigation) {
        newest = Optional.of(investigation);
        settle();
    }

    public void add(Notification notification) {
        if (byId.containsKey(notification.id())) {
            return;
        }
        FoundItem item = item(notification);
        item.group().add(item);
        fresh.add(item);
        tally.come(item);
        settle();
    }

    /// Adds one from before all that are known, unless it is known itself.
    void addOlder(Notification notification, NotificationStatus status) {
        if (byId.containsKey(notification.id())) {
            move(notification.id(), status);
            return;
        }
        FoundItem item = item(notification);
        item.move(status);
        item.group().addOlder(item);
        older.add(item);
        tally.come(item);
        settle();
    }

    private FoundItem item(Notification notification) {
        FoundGroup group =
                groups.computeIfAbsent(FoundGroup.Key.of(notification), _ -> new FoundGroup());
        var item = new FoundItem(notification, group);
        byId.put(notification.id(), item);
        return item;
    }

    /// Adds an insight behind the others of its investigation, the likeliest of which comes first,
    /// and before those of older investigations.
    public void add(Insight insight) {
        if (insights.stream().noneMatch(known -> known.id().equals(insight.id()))) {
            int place = 0;
            while (place < insights.size()
                    && insights.get(place).investigation().equals(insight.investigation())) {
                place++;
            }
            insights.add(place, insight);
            settle();
        }
    }

    void move(NotificationId id, NotificationStatus status) {
        find(id).filter(item -> item.standing() != status)
                .ifPresent(
                        item -> {
                            tally.move(item, status);
                            moved = true;
                        });
        settle();
    }

    /// Makes changes of which listeners are told when all are made.
    void together(Runnable all) {
        together++;
        try {
            all.run();
        } finally {
            together--;
            settle();
        }
    }

    private void settle() {
        if (together > 0) {
            return;
        }
        boolean changed = moved || !fresh.isEmpty() || !older.isEmpty();
        moved = false;
        if (!fresh.isEmpty()) {
            List<FoundItem> newestFirst = List.copyOf(fresh.reversed());
            fresh.clear();
            items.addAll(0, newestFirst);
        }
        if (!older.isEmpty()) {
            List<FoundItem> oldestLast = List.copyOf(older);
            older.clear();
            items.addAll(oldestLast);
        }
        unread.set(tally.of(NotificationStatus.UNREAD));
        worst.set(
                Stream.concat(tally.unresolved(), current().stream().map(Insight::severity))
                        .max(Comparator.naturalOrder()));
        if (changed) {
            counts.set(tally.counts());
            changes.set(changes.get() + 1);
        }
    }
}
