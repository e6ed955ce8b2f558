package io.hotlens.app.event;

import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.target.ConnectionState;

import java.time.Duration;
import java.time.Instant;

/// Anything that happened in a session.
public sealed interface AppEvent {

    Instant at();

    record ConnectionChanged(Instant at, ConnectionState state) implements AppEvent {}

    /// @param trigger who began it
    record InvestigationStarted(
            Instant at, InvestigationId id, InvestigationRequest request, Trigger trigger)
            implements AppEvent {

        /// By a person, everything but the reason as usual.
        public InvestigationStarted(Instant at, InvestigationId id, String reason) {
            this(at, id, InvestigationRequest.of(reason), Trigger.PERSON);
        }
    }

    /// The look that an earlier investigation asked for has begun.
    ///
    /// @param chain 1 for the first look after an investigation that was asked for
    record FollowUpStarted(Instant at, InvestigationId id, int chain, String reason)
            implements AppEvent {}

    record FromOperator(Instant at, InvestigationId id, OperatorEvent event) implements AppEvent {}

    record FromCoordinator(Instant at, InvestigationId id, CoordinatorEvent event)
            implements AppEvent {}

    /// A question about an ended investigation, on its way to an answer.
    record FromChat(Instant at, InvestigationId id, ChatEvent event) implements AppEvent {}

    /// The monitor noticed something, or something followed from it.
    record FromMonitor(Instant at, MonitorStep step) implements AppEvent {}

    record InvestigationEnded(Instant at, InvestigationId id, Outcome outcome)
            implements AppEvent {}

    record NotificationChanged(Instant at, NotificationId id, NotificationStatus status)
            implements AppEvent {}

    /// A call that costs the target more than a cheap read, or was refused.
    ///
    /// @param allowed whether it ran
    /// @param why the consent or budget that decided
    record CallAudited(
            Instant at,
            String callback,
            Impact impact,
            Duration predictedPause,
            boolean allowed,
            String why)
            implements AppEvent {}
}
