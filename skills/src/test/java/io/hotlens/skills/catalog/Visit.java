package io.hotlens.skills.catalog;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Illness;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// One skill looking at one patient; both end when it closes.
public final class Visit implements AutoCloseable {

    private final Patient patient;
    private final TargetConnection connection;
    private final TargetSkills skills;
    private final LiveSkill skill;

    private Visit(Patient patient, JvmAddress address, Skill skill) {
        this.patient = patient;
        this.connection = Connector.open(address);
        this.skills =
                new TargetSkills(
                        connection, new SkillCatalog(List.of(skill)), InstantSource.system());
        this.skill = skills.find(skill.id()).orElseThrow();
    }

    /// By process id.
    public static Visit local(Skill skill, Illness demo, Jdk jdk, String... options) {
        Patient patient = Patient.start(demo, jdk, options);
        return new Visit(patient, new JvmAddress.LocalProcess(patient.pid()), skill);
    }

    /// By JMX URL, as if the patient were on another host.
    public static Visit remote(Skill skill, Illness demo, Jdk jdk) {
        Agent agent = Agent.open();
        return new Visit(Patient.start(demo, jdk, agent.jvmOptions()), agent.address(), skill);
    }

    public long pid() {
        return patient.pid();
    }

    public TargetConnection connection() {
        return connection;
    }

    public LiveSkill skill() {
        return skill;
    }

    public Data.Fields call(String callback, Object... arguments) {
        List<Data> given = Arrays.stream(arguments).map(Data::from).toList();
        return (Data.Fields) skill.call(callback, given);
    }

    /// The items of a list answer.
    public List<Data.Fields> items(String callback, Object... arguments) {
        return items(call(callback, arguments), "items");
    }

    public static List<Data.Fields> items(Data.Fields answer, String name) {
        return answer.items(name).stream().map(Data.Fields.class::cast).toList();
    }

    public Reading metric(String name) {
        return skill.read().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    public double value(String metric) {
        return metric(metric) instanceof Reading.Known(double value) ? value : Double.NaN;
    }

    /// Every metric that has no value, with the reason.
    public Map<Metric, Reading> unavailable() {
        var missing = new java.util.LinkedHashMap<Metric, Reading>(skill.read());
        missing.values().removeIf(Reading::isKnown);
        return missing;
    }

    /// Asks until the answer is as wanted.
    public void eventually(String what, Predicate<Visit> condition) {
        Eventually.within(Duration.ofSeconds(30), what, () -> condition.test(this));
    }

    @Override
    public void close() {
        skills.close();
        connection.close();
        patient.close();
    }
}
