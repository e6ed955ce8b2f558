package io.hotlens.app.access;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.TargetException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/// Every callback of every skill passes here: its cost is predicted and paid for, consent is asked
/// where it costs too much, and the answer is redacted and bounded. Safe from any thread.
public final class CallbackGateway {

    private static final OutputLimit LIMIT = new OutputLimit(256_000);

    private record Bound(Callback callback, LiveSkill skill) {}

    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final Map<SkillId, LiveSkill> skills = new LinkedHashMap<>();
    private final Consent consent;
    private final Redactor redactor;
    private final Consumer<Audit> audits;
    private final Consumer<Data> answers;

    /// @param audits told of each call beyond `LOW`, and of each refusal
    public CallbackGateway(
            List<LiveSkill> skills, Consent consent, Redactor redactor, Consumer<Audit> audits) {
        this(skills, consent, redactor, audits, _ -> {});
    }

    /// @param answers shown each answer before the caller gets it
    public CallbackGateway(
            List<LiveSkill> skills,
            Consent consent,
            Redactor redactor,
            Consumer<Audit> audits,
            Consumer<Data> answers) {
        this.consent = consent;
        this.redactor = redactor;
        this.audits = audits;
        this.answers = answers;
        for (LiveSkill live : skills) {
            this.skills.put(live.skill().id(), live);
            live.skill().callbacks().forEach(c -> bound.put(c.name(), new Bound(c, live)));
        }
    }

    /// The callbacks of these skills.
    public List<Callback> callbacks(Set<SkillId> of) {
        return bound.values().stream()
                .filter(b -> of.contains(b.skill().skill().id()))
                .map(Bound::callback)
                .toList();
    }

    public Redactor redactor() {
        return redactor;
    }

    /// Calls one callback for a run.
    ///
    /// @throws InterruptedException when the run is stopped; the call may go on in the background
    ///   until its own deadline
    public CallAnswer call(Grant grant, String name, List<Data> arguments)
            throws InterruptedException {
        Bound target = bound.get(name);
        if (target == null) {
            return new CallAnswer.Refused("there is no callback '" + name + "'");
        }
        try {
            Cost cost = target.skill().cost(name, arguments);
            String refusal = refusal(grant, target.callback(), cost);
            if (!refusal.isEmpty()) {
                grant.missed(name + ": " + refusal);
                return new CallAnswer.Refused(refusal);
            }
            Data answer = Detached.call(name, () -> target.skill().call(name, arguments));
            Data clean = LIMIT.apply(redactor.redact(answer));
            answers.accept(clean);
            return new CallAnswer.Answered(clean);
        } catch (BadArguments e) {
            return new CallAnswer.Refused(String.valueOf(e.getMessage()));
        } catch (TargetException e) {
            String why = redactor.redact(String.valueOf(e.getMessage()));
            grant.missed(name + ": " + why);
            return new CallAnswer.Refused(name + ": " + why);
        }
    }

    /// The present readings of a skill, redacted reasons included.
    ///
    /// @throws TargetException when the target cannot answer
    /// @throws InterruptedException when the run is stopped
    public SequencedMap<Metric, Reading> read(SkillId skill) throws InterruptedException {
        LiveSkill live = skills.get(skill);
        if (live == null) {
            throw new IllegalArgumentException("there is no usable skill '" + skill + "'");
        }
        var readings = new LinkedHashMap<>(Detached.call("snapshot of " + skill, live::read));
        readings.replaceAll((_, reading) -> redacted(reading));
        return readings;
    }

    private Reading redacted(Reading reading) {
        return switch (reading) {
            case Reading.Known known -> known;
            case Reading.Unavailable(String why) -> Reading.unavailable(redactor.redact(why));
        };
    }

    /// Why the call may not run; empty when it may.
    private String refusal(Grant grant, Callback callback, Cost cost) throws InterruptedException {
        if (cost.impact().compareTo(Impact.LOW) <= 0 && cost.pause().isZero()) {
            return "";
        }
        if (cost.impact() != Impact.HEAVY && grant.budget().spend(cost.pause())) {
            if (cost.impact() == Impact.PAUSE) {
                audits.accept(new Audit(callback.name(), cost, true, "within the pause budget"));
            }
            return "";
        }
        Impact needed = cost.impact() == Impact.HEAVY ? Impact.HEAVY : Impact.PAUSE;
        if (grant.allowed().compareTo(needed) >= 0) {
            audits.accept(new Audit(callback.name(), cost, true, "allowed for this run"));
            return "";
        }
        Consent.Decision decision =
                consent.decide(
                        new Consent.Question(
                                callback.name(), new Cost(needed, cost.pause(), cost.reason())));
        return switch (decision) {
            case ONCE, ALWAYS -> {
                audits.accept(new Audit(callback.name(), cost, true, "the user agreed"));
                yield "";
            }
            case REFUSE -> {
                audits.accept(new Audit(callback.name(), cost, false, "no consent"));
                yield "needs consent: %s would %s (%s)"
                        .formatted(callback.signature(), words(cost), cost.reason());
            }
        };
    }

    private static String words(Cost cost) {
        return cost.impact() == Impact.HEAVY
                ? "load the target heavily"
                : "stop the target for about " + cost.pause().toMillis() + " ms";
    }
}
