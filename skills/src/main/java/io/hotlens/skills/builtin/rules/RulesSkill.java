package io.hotlens.skills.builtin.rules;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// JDK Mission Control's automated analysis.
public final class RulesSkill implements Skill {

    private static final Metric EVALUATED =
            metric("rules_evaluated", "Rules whose events were recorded, at the newest run.");
    private static final Metric TRIGGERED =
            metric("rules_triggered", "Rules that found something, at the newest run.");
    private static final Metric WORST =
            metric("worst_score", "The highest score, 0 to 100, at the newest run.");

    private static final String SOURCE =
            "rules of JDK Mission Control over the recorded events, at most the last two minutes,"
                    + " run here";

    private static final Callback RUN =
            Callback.of(
                            "rules_run",
                            "Runs all rules over the recorded events, unless they ran in the last"
                                    + " 20 s, and tells which found something, the worst first.",
                            "{total, showing, items = [{id, name, topic, severity, score,"
                                + " summary}], evaluated, not_applicable, recorded_mb, took_s, at,"
                                + " unix_ms}",
                            SOURCE)
                    .needing(Capability.EVENT_STREAM)
                    .costing(Impact.LOW);
    private static final Callback RESULT =
            Callback.of(
                            "rules_result",
                            "All that one rule said at the newest run.",
                            "{id, name, topic, severity, score, summary, explanation, solution}",
                            SOURCE)
                    .with(Parameter.text("id", "a rule's id, such as JavaBlocking"));

    private static Metric metric(String name, String meaning) {
        return new Metric("rules", name, Unit.COUNT, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("rules");
    }

    @Override
    public String title() {
        return "Mission Control rules";
    }

    @Override
    public String description() {
        return "A second opinion: the rules of JDK Mission Control over the events of the last two"
                + " minutes.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("rules");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(EVALUATED, TRIGGERED, WORST);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(RUN, RESULT);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("rules");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new RulesReader(context);
        return BoundSkill.of(this, context)
                .metric(EVALUATED, () -> reader.reading(RulesReader.Run::evaluated))
                .metric(TRIGGERED, () -> reader.reading(run -> run.triggered().size()))
                .metric(WORST, () -> reader.reading(run -> rounded(run.worstScore())))
                .bind(RUN, _ -> answer(reader.run()))
                .bind(RESULT, a -> result(reader, a.text("id")))
                .owning(reader)
                .build();
    }

    private static Data answer(RulesReader.Run run) {
        List<Data> items =
                run.triggered().stream().map(one -> (Data) describe(one).build()).toList();
        return Page.of(items, Page.MAX_LIMIT)
                .fields()
                .put("evaluated", (double) run.evaluated())
                .put("not_applicable", run.results().size() - run.evaluated())
                .put("recorded_mb", rounded(run.recordedMb()))
                .put("took_s", rounded(run.took().toMillis() / 1000.0))
                .putTime("at", run.at())
                .build();
    }

    private static FieldsBuilder describe(RuleResult one) {
        return Data.fields()
                .put("id", one.id())
                .put("name", one.name())
                .put("topic", one.topic())
                .put("severity", one.grade().name().toLowerCase(Locale.ROOT))
                .put("score", one.score() < 0 ? Data.NOTHING : Data.of(rounded(one.score())))
                .put("summary", one.summary());
    }

    private static Data result(RulesReader reader, String id) {
        RulesReader.Run run =
                reader.newest()
                        .orElseThrow(
                                () ->
                                        new BadArguments(
                                                "the rules were not run yet; call rules_run()"
                                                        + " first"));
        return run.results().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(
                        one ->
                                describe(one)
                                        .put("explanation", one.explanation())
                                        .put("solution", one.solution())
                                        .build())
                .orElseThrow(() -> new BadArguments("there is no rule '%s'".formatted(id)));
    }
}
