package io.hotlens.app.insight;

import io.hotlens.app.notification.NotificationId;

import java.util.List;
import java.util.Optional;

/// A conclusion as a model claims it, before it was checked.
///
/// @param rootType empty lets the causal model choose among the cited
/// @param rootSubject what the root is about
/// @param recommendation empty takes that of the causal model
/// @param verifyWith empty takes that of the causal model
public record InsightDraft(
        List<NotificationId> notificationIds,
        CorrelationType correlationType,
        String summary,
        List<String> matchedObservations,
        Optional<String> rootCauseHypothesis,
        Optional<String> rootType,
        Optional<String> rootSubject,
        Optional<String> recommendation,
        Optional<String> verifyWith) {

    public InsightDraft {
        notificationIds = List.copyOf(notificationIds);
        matchedObservations = List.copyOf(matchedObservations);
    }
}
