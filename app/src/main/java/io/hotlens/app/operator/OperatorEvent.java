package io.hotlens.app.operator;

import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.RunId;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// One step of an operator's run.
///
/// @param step what happened
public record OperatorEvent(Instant at, RunId run, SkillId skill, int iteration, Step step) {

    /// What an operator can do or suffer.
    public sealed interface Step {}

    /// The run began.
    public record Started(String reason) implements Step {}

    /// The model is asked for the next tool.
    public record Asking(HealthState state) implements Step {}

    /// The model chose a tool.
    ///
    /// @param request the number of the request that it answers; empty when nothing left
    public record Chose(String tool, Data arguments, Usage usage, OptionalLong request)
            implements Step {}

    /// The model's answer could not be used; it was told why.
    ///
    /// @param request the number of the request that it answers; empty when nothing left
    public record Rejected(String tool, String reason, OptionalLong request) implements Step {}

    public record StateChanged(HealthState from, HealthState to, String reason) implements Step {}

    public record SnapshotTaken(Snapshot snapshot) implements Step {}

    /// A script ran to its end or to an error.
    public record ScriptRan(String code, Data result, String error, Duration took)
            implements Step {}

    public record NotificationSent(Notification notification) implements Step {}

    public record Waiting(Duration pause) implements Step {}

    public record Thought(String text) implements Step {}

    /// The run ended.
    public record Finished(OperatorReport report) implements Step {}

    /// What only those want to know who follow every step; screens leave it out.
    public sealed interface Fine extends Step {}

    /// The run waits for its turn.
    ///
    /// @param ahead runs before it, the present one included
    public record Queued(int ahead) implements Fine {}

    public record StatusChanged(RunStatus from, RunStatus to) implements Fine {}

    /// What the loop did.
    public record InLoop(LoopEvent.Fine event) implements Fine {}

    public record NotificationRefused(String reason) implements Fine {}

    public record NotificationsRead(int count) implements Fine {}

    public record SnapshotFailed(String reason) implements Fine {}

    /// @param found whether there is such a snapshot; when not, the id is the model's invention
    public record SnapshotRead(String id, boolean found) implements Fine {}

    public record SnapshotsRead(int count) implements Fine {}

    public record ScriptStarted(String code) implements Fine {}

    /// The model says that it is done.
    public record Done() implements Fine {}
}
