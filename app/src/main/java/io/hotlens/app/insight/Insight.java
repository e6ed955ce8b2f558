package io.hotlens.app.insight;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.Ids;
import io.hotlens.app.trace.InvestigationId;

import java.time.Instant;
import java.util.List;

/// A checked conclusion over notifications.
///
/// @param id 16 lowercase hex digits
/// @param summary one bold line from observations only
/// @param hypothesisGrounded whether two skills agree, or a fact entails the cause
/// @param confidenceReason why it is as sure as it is: "2 skills agree"
/// @param links how the notifications hang together, cause first
/// @param matchedObservations exact texts of the cited notifications
/// @param recommendation what to do
/// @param verifyWith Lua or a command that shows whether it helped
public record Insight(
        String id,
        InvestigationId investigation,
        RootCause rootCause,
        Severity severity,
        CorrelationType correlationType,
        Confidence confidence,
        String confidenceReason,
        String summary,
        boolean hypothesisGrounded,
        String rootCauseHypothesis,
        List<String> matchedObservations,
        List<NotificationId> notificationIds,
        List<Link> links,
        String recommendation,
        String verifyWith,
        Instant createdAt) {

    public Insight {
        if (notificationIds.isEmpty()) {
            throw new IllegalArgumentException("an insight cites at least one notification");
        }
        matchedObservations = List.copyOf(matchedObservations);
        notificationIds = List.copyOf(notificationIds);
        links = List.copyOf(links);
    }

    public static String newId() {
        return Ids.shortId();
    }

    /// What is at the root.
    ///
    /// @param type an anomaly type such as `deadlock`
    /// @param subject what it is about, empty for the whole target
    public record RootCause(String type, String subject) {}

    /// One notification led to, or came with, another.
    public record Link(NotificationId from, NotificationId to, CorrelationType type, String why) {}
}
