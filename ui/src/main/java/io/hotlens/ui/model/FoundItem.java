package io.hotlens.ui.model;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A notification with its present status. Belongs to the JavaFX thread.
public final class FoundItem {

    private final Notification notification;
    private final ReadOnlyObjectWrapper<NotificationStatus> status =
            new ReadOnlyObjectWrapper<>(NotificationStatus.UNREAD);
    private final ReadOnlyIntegerWrapper repeats = new ReadOnlyIntegerWrapper(1);

    FoundItem(Notification notification) {
        this.notification = notification;
    }

    public Notification notification() {
        return notification;
    }

    public ReadOnlyObjectProperty<NotificationStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// How often the same thing was reported, this time included.
    public ReadOnlyIntegerProperty repeats() {
        return repeats.getReadOnlyProperty();
    }

    void move(NotificationStatus to) {
        status.set(to);
    }

    void count(int times) {
        repeats.set(times);
    }

    boolean sameAs(FoundItem other) {
        return notification.operator().equals(other.notification.operator())
                && notification.type().equals(other.notification.type())
                && notification.subject().equals(other.notification.subject());
    }
}
