package io.hotlens.app.coordinator;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One step of a coordinator's run.
public record CoordinatorEvent(Instant at, int iteration, Step step) {

    /// What a coordinator can do or suffer.
    public sealed interface Step {}

    public record Started(String reason, List<SkillId> skills) implements Step {}

    /// The model is asked for the next tool.
    public record Asking() implements Step {}

    public record Chose(String tool, Data arguments, Usage usage) implements Step {}

    /// The model's answer could not be used, or an insight failed its check; it was told why.
    public record Rejected(String tool, String reason) implements Step {}

    public record OperatorsInvoked(List<SkillId> skills) implements Step {}

    public record OperatorMessaged(SkillId skill, String message, String answer) implements Step {}

    public record StatusesChanged(List<NotificationId> ids, NotificationStatus status)
            implements Step {}

    public record InsightProduced(Insight insight) implements Step {}

    public record FollowUpScheduled(Duration delay, String reason) implements Step {}

    public record OperatorCrashed(SkillId skill, String reason) implements Step {}

    public record Waiting(Duration pause) implements Step {}

    public record Thought(String text) implements Step {}

    public record Finished(Outcome outcome) implements Step {}
}
