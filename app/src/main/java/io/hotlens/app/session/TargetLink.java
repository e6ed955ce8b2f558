package io.hotlens.app.session;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.TargetException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection with everything that reads it: sampling, rings, live skills.
final class TargetLink implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TargetLink.class.getName());

    private final TargetConnection connection;
    private final History history;
    private final Sampler sampler;
    private final EventRing events;
    private final Subscription subscription;
    private final List<LiveSkill> live = new ArrayList<>();
    private final List<SkillView> views = new ArrayList<>();

    TargetLink(TargetConnection connection, List<Skill> skills, EventBus bus, InstantSource clock) {
        this.connection = connection;
        this.history = new History(clock);
        this.sampler = new Sampler(history, clock);
        this.events = new EventRing(clock);
        this.subscription = connection.listen(event -> onEvent(event, bus));
        var context =
                new SkillContext(connection, sampler, history, events, new ThreadHistory(), clock);
        skills.forEach(skill -> open(skill, context));
        sampler.start();
    }

    private void onEvent(TargetEvent event, EventBus bus) {
        events.add(event);
        if (event instanceof TargetEvent.StateChanged(var at, var state)) {
            bus.publish(new AppEvent.ConnectionChanged(at, state));
        }
    }

    private void open(Skill skill, SkillContext context) {
        try {
            live.add(skill.open(context));
            views.add(new SkillView(skill, Optional.empty()));
        } catch (TargetException e) {
            views.add(new SkillView(skill, Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    TargetConnection connection() {
        return connection;
    }

    History history() {
        return history;
    }

    List<LiveSkill> live() {
        return List.copyOf(live);
    }

    List<SkillView> views() {
        return List.copyOf(views);
    }

    @Override
    public void close() {
        sampler.close();
        subscription.close();
        connection.close();
        for (LiveSkill skill : live) {
            try {
                skill.close();
            } catch (TargetException e) {
                LOG.log(
                        Level.DEBUG,
                        () -> skill.skill().id() + " did not close: " + e.getMessage());
            }
        }
    }
}
