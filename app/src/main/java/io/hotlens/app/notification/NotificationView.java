package io.hotlens.app.notification;

import io.hotlens.skills.data.Data;

/// A notification as models read it.
public final class NotificationView {

    private NotificationView() {}

    /// `{id, status, operator, anomaly_type, subject, severity, context, observation, hypothesis,
    /// snapshot_ids, evidence, detected_at}`.
    public static Data.Fields of(Notification notification, NotificationStatus status) {
        return Data.fields()
                .put("id", notification.id().value())
                .put("status", status.word())
                .put("operator", notification.operator().value())
                .put("anomaly_type", notification.type())
                .put("subject", notification.subject())
                .put("severity", notification.severity().word())
                .put("context", notification.context())
                .put("observation", notification.observation())
                .put("hypothesis", notification.hypothesis().map(Data::of).orElse(Data.NOTHING))
                .put("snapshot_ids", notification.snapshotIds().stream().map(Data::of).toList())
                .put("evidence", notification.evidence())
                .putTime("detected_at", notification.detectedAt())
                .build();
    }
}
