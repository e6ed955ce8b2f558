package io.hotlens.skills.patient;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// One skill at work on one target, with its own connection.
public final class Examination implements AutoCloseable {

    private final TargetConnection connection;
    private final TargetSkills skills;
    private final LiveSkill live;

    private Examination(TargetConnection connection, Skill skill) {
        this.connection = connection;
        skills =
                new TargetSkills(
                        connection, new SkillCatalog(List.of(skill)), InstantSource.system());
        live = skills.find(skill.id()).orElseThrow();
    }

    /// Connects to a patient by its process id.
    public static Examination of(Skill skill, Patient patient) {
        return of(skill, new JvmAddress.LocalProcess(patient.pid()));
    }

    public static Examination of(Skill skill, JvmAddress address) {
        return new Examination(Connector.open(address), skill);
    }

    public Data.Fields call(String callback, Object... arguments) {
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
        skills.close();
        connection.close();
    }
}
