package io.hotlens.app.coordinator;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// One step of a coordinator's run.
public record CoordinatorEvent(Instant at, int iteration, Step step) {

    /// What a coordinator can do or suffer.
    public sealed interface Step {}

    public record Started(String reason, List<SkillId> skills) implements Step {}

    /// The model is asked for the next tool.
    public record Asking() implements Step {}

    /// @param request the number of the request that it answers; empty when nothing left
    public record Chose(String tool, Data arguments, Usage usage, OptionalLong request)
            implements Step {}

    /// The model's answer could not be used, or an insight failed its check; it was told why.
    ///
    /// @param request the number of the request that it answers; empty when nothing left
    public record Rejected(String tool, String reason, OptionalLong request) implements Step {}

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

    /// What only those want to know who follow every step; screens leave it out.
    public sealed interface Fine extends Step {}

    /// What the loop did.
    public record InLoop(LoopEvent.Fine event) implements Fine {}

    /// @param filter the status that was asked for, or `all`
    public record NotificationsRead(String filter, int count) implements Fine {}

    public record StatusesRead(int count) implements Fine {}

    /// An operator's finding has arrived; told from the operator's thread.
    public record NotificationReceived(SkillId skill, NotificationId id) implements Fine {}

    /// An operator has ended without a crash; told from the operator's thread.
    public record OperatorCompleted(SkillId skill, Outcome outcome) implements Fine {}

    /// @param name what the model called it
    public record OperatorNotFound(String name) implements Fine {}

    /// @param running operators that have not ended
    public record ScheduleRejected(int running, String reason) implements Fine {}

    /// The model of a pipeline is about to be asked whom to send out.
    ///
    /// @param skills how many there are
    public record Classifying(int skills) implements Fine {}

    /// Who is sent out is known, by the model or since it gave no usable answer.
    public record Classified(Intent intent, List<SkillId> skills, Duration took) implements Fine {}

    /// The model of a pipeline is about to be asked what the findings mean.
    ///
    /// @param notifications that it is told
    public record Synthesizing(int notifications) implements Fine {}

    /// The model of a pipeline was asked what the findings mean.
    ///
    /// @param insights that it proposes, not checked yet
    public record Synthesized(int insights, Duration took) implements Fine {}

    /// The model says that it is done.
    ///
    /// @param unread notifications that nobody has read
    public record Done(int unread) implements Fine {}

    /// @param running operators that have not ended
    public record DoneRejected(int running) implements Fine {}
}
