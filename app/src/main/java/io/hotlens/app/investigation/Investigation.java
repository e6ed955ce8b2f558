package io.hotlens.app.investigation;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A run from a reason to its insights, as it stands when it has ended.
///
/// @param insights the likeliest root first
/// @param unseen what could not be looked at, each with the reason
public record Investigation(
        InvestigationId id,
        TargetInfo target,
        InvestigationRequest request,
        Instant startedAt,
        Duration duration,
        Outcome outcome,
        List<Insight> insights,
        List<Notification> notifications,
        List<OperatorReport> operators,
        List<String> unseen,
        Usage usage) {

    public Investigation {
        insights = List.copyOf(insights);
        notifications = List.copyOf(notifications);
        operators = List.copyOf(operators);
        unseen = List.copyOf(unseen);
    }
}
