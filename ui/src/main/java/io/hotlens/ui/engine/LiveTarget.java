package io.hotlens.ui.engine;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetInfo;

import java.util.List;
import java.util.Optional;

/// One open target, as the window needs it. Everything but the plain getters may block: never call
/// it from the JavaFX thread.
public interface LiveTarget extends AutoCloseable {

    TargetInfo info();

    ConnectionState state();

    ConnectionCost cost();

    EventBus events();

    History history();

    /// The skills that can be used on this target.
    List<Skill> skills();

    /// Starts an investigation and returns at once.
    ///
    /// @return cancels it when closed
    Subscription investigate(InvestigationRequest request);

    /// Changes where a notification stands.
    void mark(NotificationId notification, NotificationStatus status);

    /// Runs Lua with the callbacks of one skill, or of all.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    ScriptResult run(Optional<SkillId> skill, String code) throws InterruptedException;

    /// Runs the playbook of a skill.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    ScriptResult playbook(SkillId skill) throws InterruptedException;

    /// Runs what an insight says to verify it with.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    default ScriptResult verify(Insight insight) throws InterruptedException {
        return run(Optional.empty(), insight.verifyWith());
    }

    /// Answers questions for consent with `asker` from now on.
    void askWith(ConsentAsker asker);

    @Override
    void close();
}
