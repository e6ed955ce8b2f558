package io.hotlens.app.operator;

import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.RunId;
import io.hotlens.skills.skill.SkillId;

import java.util.Optional;

/// One run of an operator, queued, under way or ended.
public interface OperatorRun {

    RunId id();

    SkillId skill();

    /// Stops the run; its report says cancelled and holds what it found. Returns at once.
    void cancel();

    /// Stops the run for another reason than a cancel, such as the deadline of an investigation.
    void stop(Outcome why);

    /// Waits for the end.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted; the run goes on
    OperatorReport await() throws InterruptedException;

    /// The report, once the run has ended.
    Optional<OperatorReport> report();
}
