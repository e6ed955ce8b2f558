package io.hotlens.app.coordinator;

import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.notification.NotificationBook;

import java.time.InstantSource;

/// What lies on a coordinator's desk: its operators, the notifications, and the check of insights.
public record Desk(
        OperatorPool pool, NotificationBook book, InsightReview review, InstantSource clock) {}
