package io.hotlens.ui.model;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything found on one target, newest first. Belongs to the JavaFX thread.
public final class Findings {

    private final ObservableList<FoundItem> items = FXCollections.observableArrayList();
    private final ObservableList<FoundItem> seenItems =
            FXCollections.unmodifiableObservableList(items);
    private final ObservableList<Insight> insights = FXCollections.observableArrayList();
    private final ObservableList<Insight> seenInsights =
            FXCollections.unmodifiableObservableList(insights);
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

    /// How many notifications nobody has looked at.
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// The gravest severity of what is not resolved and of the newest investigation's insights.
    public ReadOnlyObjectProperty<Optional<Severity>> worst() {
        return worst.getReadOnlyProperty();
    }

    public Optional<FoundItem> find(NotificationId id) {
        return items.stream().filter(item -> item.notification().id().equals(id)).findFirst();
    }

    /// The notifications an insight rests on, as far as they are known, in the insight's order.
    public List<Notification> cited(Insight insight) {
        return insight.notificationIds().stream()
                .flatMap(id -> find(id).stream())
                .map(FoundItem::notification)
                .toList();
    }

    /// What nobody, and no insight, has dealt with.
    public List<FoundItem> open() {
        return items.stream()
                .filter(item -> item.status().get() != NotificationStatus.RESOLVED)
                .toList();
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
        recount();
    }

    public void add(Notification notification) {
        if (find(notification.id()).isPresent()) {
            return;
        }
        var item = new FoundItem(notification);
        items.addFirst(item);
        List<FoundItem> same = items.stream().filter(item::sameAs).toList();
        same.forEach(other -> other.count(same.size()));
        recount();
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
            recount();
        }
    }

    void move(NotificationId id, NotificationStatus status) {
        find(id).ifPresent(item -> item.move(status));
        recount();
    }

    private void recount() {
        unread.set(
                (int)
                        items.stream()
                                .filter(item -> item.status().get() == NotificationStatus.UNREAD)
                                .count());
        worst.set(
                Stream.concat(
                                open().stream().map(item -> item.notification().severity()),
                                current().stream().map(Insight::severity))
                        .max(Comparator.naturalOrder()));
    }
}
