package io.hotlens.app.session;

import io.hotlens.app.access.Consent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.operator.OperatorStatus;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.store.HistorySource;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.Capabilities;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.TargetInfo;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One connected target with everything that looks at it. Safe from any thread; methods that block
/// say so, and return at once with an outcome when the session is closed.
public interface Session extends AutoCloseable {

    TargetInfo target();

    ConnectionState state();

    Capabilities capabilities();

    /// What Hotlens cost the target up to now.
    ConnectionCost cost();

    /// Somebody looks at the target: for the next minute it is read at the full pace. Runs and
    /// scripts do this by themselves.
    void look();

    EventBus events();

    History history();

    /// Every skill there is, and why some cannot be used here.
    List<SkillView> skills();

    Investigations investigations();

    NotificationBook notifications();

    /// Looks that coordinators asked for at a later time.
    FollowUps followUps();

    /// What is normal of the target, and what left it.
    Monitor monitor();

    Consent consent();

    /// What leaves for models, and who is asked before.
    SessionEgress egress();

    /// Who chooses the next steps of a run that names no model, by the settings of this moment, as
    /// `provider:model` each; empty when only the built-in rules model does. Reads a file.
    ///
    /// @throws io.hotlens.app.settings.SettingsException when the settings cannot be understood
    List<String> usualModels();

    /// Runs a script and waits for its end, 5 s at most.
    ///
    /// @param skill whose callbacks it sees; empty for those of all skills
    LuaOutcome lua(Optional<SkillId> skill, String code);

    /// Runs the skill's playbook and waits for its end.
    ///
    /// @throws IllegalArgumentException when there is no such usable skill
    LuaOutcome playbook(SkillId skill);

    /// Reads the skill's metrics now; blocks as long as the target takes.
    ///
    /// @throws IllegalArgumentException when there is no such usable skill
    /// @throws io.hotlens.skills.target.TargetException when the target cannot answer
    Snapshot snapshot(SkillId skill);

    /// What each operator is doing, in the order of the skills.
    List<OperatorStatus> operators();

    /// Runs one operator without a coordinator and waits for its end.
    ///
    /// @param allowed the heaviest impact that may be used without asking
    /// @throws IllegalArgumentException when there is no such usable skill
    /// @throws InterruptedException when the waiting thread is interrupted; the run is cancelled
    OperatorReport runOperator(SkillId skill, String reason, Impact allowed)
            throws InterruptedException;

    /// Starts one operator without a coordinator and returns at once.
    ///
    /// @param listener told of each step, from the operator's thread
    /// @throws IllegalArgumentException when there is no such usable skill
    OperatorRun runOperatorAsync(
            SkillId skill, String reason, Impact allowed, Consumer<OperatorEvent> listener);

    /// Starts one operator that goes on looking until its run is cancelled.
    ///
    /// @throws IllegalArgumentException when there is no such usable skill
    OperatorRun watch(SkillId skill, String reason, Consumer<OperatorEvent> listener);

    /// What the history keeps of this session.
    default HistorySource historySource() {
        return new HistorySource(
                events(),
                TargetKey.of(target()).value(),
                target(),
                id ->
                        investigations().past().stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst());
    }

    /// Ends runs, sampling and the connection at once; never waits for the target.
    @Override
    void close();
}
