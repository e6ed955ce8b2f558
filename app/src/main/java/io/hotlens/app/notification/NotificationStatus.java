package io.hotlens.app.notification;

import java.util.Locale;

/// Where a notification stands.
public enum NotificationStatus {
    UNREAD,
    ACKNOWLEDGED,
    RESOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
