package io.hotlens.app.notification;

import io.hotlens.app.trace.Ids;

/// Names one notification; 16 lowercase hex digits.
public record NotificationId(String value) {

    public NotificationId {
        if (!value.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("'" + value + "' is not a notification id");
        }
    }

    public static NotificationId random() {
        return new NotificationId(Ids.shortId());
    }

    @Override
    public String toString() {
        return value;
    }
}
