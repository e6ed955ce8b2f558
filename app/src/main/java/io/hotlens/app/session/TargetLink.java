package io.hotlens.app.session;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetEvent;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A connection with everything that reads it, ended together.
final class TargetLink implements AutoCloseable {

    private final TargetConnection connection;
    private final TargetSkills skills;
    private final List<SkillView> views;
    private final Subscription subscription;

    /// Opens the skills; the connection is closed when that fails.
    TargetLink(
            TargetConnection connection,
            SkillCatalog catalog,
            Optional<DatabaseAccess> database,
            MonitorPlan plan,
            EventBus bus,
            InstantSource clock) {
        this.connection = connection;
        this.subscription =
                connection.listen(
                        event -> {
                            if (event instanceof TargetEvent.StateChanged(var at, var state)) {
                                bus.publish(new AppEvent.ConnectionChanged(at, state));
                            }
                        });
        boolean opened = false;
        try {
            this.skills = new TargetSkills(connection, catalog, database, plan, clock);
            opened = true;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
        this.views =
                catalog.skills().stream()
                        .map(
                                skill ->
                                        new SkillView(
                                                skill,
                                                Optional.ofNullable(
                                                        skills.unusable().get(skill.id()))))
                        .toList();
    }

    TargetConnection connection() {
        return connection;
    }

    Monitor monitor() {
        return skills.monitor();
    }

    History history() {
        return skills.history();
    }

    List<LiveSkill> live() {
        return skills.usable();
    }

    List<SkillView> views() {
        return views;
    }

    /// The connection goes first, so that nothing waits for the target.
    @Override
    public void close() {
        subscription.close();
        connection.close();
        skills.close();
    }
}
