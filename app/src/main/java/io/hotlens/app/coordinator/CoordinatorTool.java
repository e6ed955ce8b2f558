package io.hotlens.app.coordinator;

import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.loop.Meaning;

import java.util.List;
import java.util.Optional;

/// The ten tools of the coordinator.
public sealed interface CoordinatorTool {

    /// Which notifications are asked for.
    enum StatusFilter {
        UNREAD,
        ACKNOWLEDGED,
        RESOLVED,
        ALL
    }

    /// What the coordinator may set; nothing goes back to unread.
    enum NewStatus {
        ACKNOWLEDGED,
        RESOLVED
    }

    @Meaning("Lists the notifications of this investigation, oldest first.")
    record GetNotifications(Optional<StatusFilter> status) implements CoordinatorTool {}

    @Meaning("Sets the status of notifications.")
    record UpdateNotificationStatuses(
            List<String> notificationIds, NewStatus status, Optional<String> reason)
            implements CoordinatorTool {}

    @Meaning(
            "States a conclusion over notifications. It is checked; grounding and confidence are"
                    + " computed from what it cites.")
    record ProduceInsight(
            List<String> notificationIds,
            CorrelationType correlationType,
            @Meaning("one line, from observations only") String summary,
            @Meaning("exact observations of the cited notifications")
                    List<String> matchedObservations,
            @Meaning("your view; what counts is computed") Optional<Boolean> hypothesisGrounded,
            Optional<String> rootCauseHypothesis,
            @Meaning("your view; what counts is computed") Optional<Confidence> confidence,
            @Meaning("the anomaly type at the root") Optional<String> rootCauseType,
            @Meaning("the thread, pool, class or lock at the root")
                    Optional<String> rootCauseSubject,
            Optional<String> recommendation,
            @Meaning("Lua that shows whether it helped") Optional<String> verifyWith)
            implements CoordinatorTool {}

    @Meaning("Sends out operators; what they find arrives by itself.")
    record InvokeOperators(
            @Meaning("ids of skills") List<String> skills,
            @Meaning("what they should know") Optional<String> context)
            implements CoordinatorTool {}

    @Meaning("Asks an operator what it has seen.")
    record MessageOperator(String skill, String message) implements CoordinatorTool {}

    @Meaning("Shows where the operators stand.")
    record GetOperatorStatuses() implements CoordinatorTool {}

    @Meaning("Waits; ends early when there is news.")
    record Wait(@Meaning("100 to 300000") long ms) implements CoordinatorTool {}

    @Meaning("Ends now and looks again later.")
    record Schedule(@Meaning("1000 to 3600000") long ms, String reason)
            implements CoordinatorTool {}

    @Meaning("Notes a thought.")
    record Think(String thought) implements CoordinatorTool {}

    @Meaning("Ends the investigation; refused while operators run.")
    record Done() implements CoordinatorTool {}
}
