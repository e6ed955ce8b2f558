package io.hotlens.app.notification;

import io.hotlens.app.trace.InvestigationId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// All notifications of a session with their statuses, oldest first; safe from any thread. A status
/// changes only through [#setStatus].
public final class NotificationBook {

    /// A notification and where it stands.
    public record Entry(Notification notification, NotificationStatus status) {}

    private final Map<NotificationId, Entry> entries = new LinkedHashMap<>();
    private final BiConsumer<NotificationId, NotificationStatus> changed;

    /// @param changed told of each new notification and each change of status
    public NotificationBook(BiConsumer<NotificationId, NotificationStatus> changed) {
        this.changed = changed;
    }

    /// Adds a notification as unread; one that is already there keeps its status.
    public void add(Notification notification) {
        synchronized (entries) {
            if (entries.containsKey(notification.id())) {
                return;
            }
            entries.put(notification.id(), new Entry(notification, NotificationStatus.UNREAD));
        }
        changed.accept(notification.id(), NotificationStatus.UNREAD);
    }

    /// Sets the status of those that exist.
    ///
    /// @return the ids that do not exist
    public List<NotificationId> setStatus(
            Collection<NotificationId> ids, NotificationStatus status) {
        var unknown = new ArrayList<NotificationId>();
        var touched = new ArrayList<NotificationId>();
        synchronized (entries) {
            for (NotificationId id : ids) {
                Entry old = entries.get(id);
                if (old == null) {
                    unknown.add(id);
                } else if (old.status() != status) {
                    entries.put(id, new Entry(old.notification(), status));
                    touched.add(id);
                }
            }
        }
        touched.forEach(id -> changed.accept(id, status));
        return unknown;
    }

    public List<Entry> all() {
        synchronized (entries) {
            return List.copyOf(entries.values());
        }
    }

    public List<Entry> of(InvestigationId investigation) {
        return all().stream()
                .filter(e -> e.notification().investigation().equals(investigation))
                .toList();
    }

    public Optional<Entry> get(NotificationId id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id));
        }
    }
}
