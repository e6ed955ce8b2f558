package io.hotlens.ui.model;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// A notification with its present status. Belongs to the JavaFX thread, but for what says
/// otherwise.
public final class FoundItem {

    private final Notification notification;
    private final FoundGroup group;
    private volatile NotificationStatus standing = NotificationStatus.UNREAD;

    /// Made when it is first asked for: most items of a large inbox are never seen.
    private @Nullable ReadOnlyObjectWrapper<NotificationStatus> status;

    private @Nullable String searchText;

    FoundItem(Notification notification, FoundGroup group) {
        this.notification = notification;
        this.group = group;
    }

    /// Safe from any thread.
    public Notification notification() {
        return notification;
    }

    public ReadOnlyObjectProperty<NotificationStatus> status() {
        ReadOnlyObjectWrapper<NotificationStatus> known = status;
        if (known == null) {
            known = new ReadOnlyObjectWrapper<>(standing);
            status = known;
        }
        return known.getReadOnlyProperty();
    }

    /// Where it stands at present. Safe from any thread.
    public NotificationStatus standing() {
        return standing;
    }

    /// How often the same thing was reported, this time included.
    public ReadOnlyIntegerProperty repeats() {
        return group.size();
    }

    /// Every report of the same thing, this one included, newest first.
    public List<FoundItem> same() {
        return group.members();
    }

    /// What all reports of the same thing have in common. The reference is safe from any thread.
    public FoundGroup group() {
        return group;
    }

    /// What it says, in lower case. Safe from any thread.
    public String searchText() {
        String known = searchText;
        if (known == null) {
            known =
                    String.join(
                                    "\n",
                                    notification.type(),
                                    notification.observation(),
                                    notification.subject(),
                                    notification.operator().value())
                            .toLowerCase(Locale.ROOT);
            searchText = known;
        }
        return known;
    }

    void move(NotificationStatus to) {
        standing = to;
        if (status != null) {
            status.set(to);
        }
    }
}
