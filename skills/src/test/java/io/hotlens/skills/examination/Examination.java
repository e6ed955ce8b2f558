package io.hotlens.skills.examination;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// One skill at work on one target, with its own connection.
public final class Examination implements AutoCloseable {

    private final TargetConnection connection;
    private final Sampler sampler;
    private final Subscription feed;
    private final LiveSkill live;

    private Examination(TargetConnection connection, Skill skill) {
        this.connection = connection;
        InstantSource clock = InstantSource.system();
        var history = new History(clock);
        var events = new EventRing(clock);
        var threads = new ThreadHistory(connection.threads(), clock);
        sampler = new Sampler(history, clock, connection.attention());
        feed = connection.listen(events::add);
        var pools = new PoolHistory(connection.beans(), clock);
        live =
                skill.open(
                        new SkillContext(
                                connection,
                                sampler,
                                history,
                                events,
                                threads,
                                pools,
                                new Monitor(
                                        () -> true,
                                        connection.attention(),
                                        history,
                                        MonitorPlan.DEFAULT,
                                        clock),
                                Optional.empty(),
                                clock));
        sampler.sample(Duration.ofSeconds(1), live::read);
        sampler.start();
    }

    /// Connects to a patient by its process id.
    public static Examination of(Skill skill, Patient patient) {
        return of(skill, new JvmAddress.LocalProcess(patient.pid()));
    }

    public static Examination of(Skill skill, JvmAddress address) {
        return new Examination(Connector.open(address), skill);
    }

    public Data.Fields call(String callback, Object... arguments) {
        connection.attention().look();
        return (Data.Fields) live.call(callback, Arrays.stream(arguments).map(Data::from).toList());
    }

    /// The present reading of a metric by its name.
    public Reading reading(String metric) {
        return live.read().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(metric))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    public LiveSkill live() {
        return live;
    }

    public TargetConnection connection() {
        return connection;
    }

    /// The first item of a list in an answer.
    public static Data.Fields first(Data.Fields answer, String list) {
        return (Data.Fields) answer.items(list).getFirst();
    }

    @Override
    public void close() {
        feed.close();
        sampler.close();
        live.close();
        connection.close();
    }
}
