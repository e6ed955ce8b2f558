package io.hotlens.skills.catalog;

import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The skills usable on one connection, and the background they share: sampler, history, event
/// ring.
public final class TargetSkills implements AutoCloseable {

    private static final Duration THREAD_SAMPLES = Duration.ofSeconds(5);
    private static final Duration POOL_SAMPLES = Duration.ofSeconds(5);

    private final History history;
    private final Sampler sampler;
    private final EventRing events;
    private final Monitor monitor;
    private final Subscription feed;
    private final List<LiveSkill> usable = new ArrayList<>();
    private final Map<SkillId, String> unusable = new LinkedHashMap<>();

    /// Opens every skill of the catalog that the connection can serve, and starts sampling.
    public TargetSkills(TargetConnection connection, SkillCatalog catalog, InstantSource clock) {
        this(connection, catalog, Optional.empty(), MonitorPlan.DEFAULT, clock);
    }

    /// @param database the way to the target's database, when the user gave one
    public TargetSkills(
            TargetConnection connection,
            SkillCatalog catalog,
            Optional<DatabaseAccess> database,
            InstantSource clock) {
        this(connection, catalog, database, MonitorPlan.DEFAULT, clock);
    }

    /// @param plan what the monitor begins with
    public TargetSkills(
            TargetConnection connection,
            SkillCatalog catalog,
            Optional<DatabaseAccess> database,
            MonitorPlan plan,
            InstantSource clock) {
        history = new History(clock);
        sampler = new Sampler(history, clock, connection.attention());
        events = new EventRing(clock);
        var threads = new ThreadHistory(connection.threads(), clock);
        feed = connection.listen(events::add);
        if (connection.capabilities().has(Capability.THREAD_SAMPLES)) {
            sampler.every(
                    THREAD_SAMPLES, RestingSampler.of(connection, threads::sample, clock)::turn);
        }
        var pools = new PoolHistory(connection.beans(), clock);
        sampler.every(POOL_SAMPLES, pools::sample);
        monitor =
                new Monitor(
                        () -> connection.state().isConnected(),
                        connection.attention(),
                        history,
                        plan,
                        clock);
        sampler.every(plan.settings().collectionInterval(), monitor::sample);
        var context =
                new SkillContext(
                        connection,
                        sampler,
                        history,
                        events,
                        threads,
                        pools,
                        monitor,
                        database,
                        clock);
        for (Skill skill : catalog.skills()) {
            open(skill, context);
        }
        sampler.start();
    }

    private void open(Skill skill, SkillContext context) {
        try {
            LiveSkill live = skill.open(context);
            usable.add(live);
            skill.metrics().forEach(history::declare);
            if (!skill.metrics().isEmpty()) {
                sampler.sample(Duration.ofSeconds(1), live::read);
            }
        } catch (TargetException e) {
            unusable.put(skill.id(), String.valueOf(e.getMessage()));
        }
    }

    /// In the order of the catalog.
    public List<LiveSkill> usable() {
        return List.copyOf(usable);
    }

    public Optional<LiveSkill> find(SkillId id) {
        return usable.stream().filter(live -> live.skill().id().equals(id)).findFirst();
    }

    /// Skills that this connection cannot serve, each with the reason.
    public Map<SkillId, String> unusable() {
        return Map.copyOf(unusable);
    }

    public History history() {
        return history;
    }

    public Monitor monitor() {
        return monitor;
    }

    public EventRing events() {
        return events;
    }

    @Override
    public void close() {
        feed.close();
        sampler.close();
        usable.forEach(LiveSkill::close);
    }
}
