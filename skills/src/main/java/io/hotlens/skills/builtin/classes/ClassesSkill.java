package io.hotlens.skills.builtin.classes;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
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
import java.util.Optional;

/// Classes and their loaders.
public final class ClassesSkill implements Skill {

    private static final String COURSE =
            "items = [{loader_type, loaders, classes, classes_per_loader, mb, added, added_lately,"
                    + " slope_per_min, r2, looks}]";
    private static final String COPIES =
            "{class_name, copies, loaded_by = [{loader_type, loaders}]}";

    private static final Callback LOADERS =
            Callback.of(
                            "classes_loaders",
                            "Class loaders by their type, with their classes and metaspace, and how"
                                    + " their number grew over the looks held; loaders that came"
                                    + " and went do not count as added.",
                            "{total, showing, window_s, unloading_collections, " + COURSE + "}",
                            "VM.classloader_stats")
                    .with(Parameter.limit())
                    .needing(Capability.DIAGNOSTIC_COMMANDS)
                    .costing(Impact.LOW);
    private static final Callback LEAKS =
            Callback.of(
                            "classes_leaks",
                            "Types of class loaders that became more and not fewer, and classes"
                                    + " that at least three loaders have. unloading_collections"
                                    + " tells how many collections the added ones may have"
                                    + " survived.",
                            "{total, showing, window_s, unloading_collections, "
                                    + COURSE
                                    + ", duplicates = ["
                                    + COPIES
                                    + "]}",
                            "VM.classloader_stats, VM.class_hierarchy")
                    .needing(Capability.DIAGNOSTIC_COMMANDS)
                    .costing(Impact.LOW);
    private static final Callback SEARCH =
            Callback.of(
                            "classes_search",
                            "Loaded classes whose name holds the pattern, whatever its case, with"
                                    + " their loaders.",
                            "{total, showing, items = [" + COPIES + "]}",
                            "VM.class_hierarchy")
                    .with(Parameter.text("pattern", "part of a class name, such as Cart"))
                    .needing(Capability.DIAGNOSTIC_COMMANDS)
                    .costing(Impact.LOW);

    @Override
    public SkillId id() {
        return new SkillId("classes");
    }

    @Override
    public String title() {
        return "Classes";
    }

    @Override
    public String description() {
        return "Loaded classes and their loaders: loaders that should be dead, and classes that"
                + " exist many times.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("classes");
    }

    @Override
    public List<Metric> metrics() {
        return ClassesMetrics.ALL;
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(LOADERS, LEAKS, SEARCH);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("classes");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new ClassesReader(context);
        var answers = new ClassesAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(ClassesMetrics.LOADED, answers::loaded)
                .metric(ClassesMetrics.UNLOADED, reader::unloadedPerMin)
                .metric(ClassesMetrics.LOADERS, answers::loaders)
                .bind(LOADERS, a -> answers.loadersByType(a.count("limit")))
                .bind(LEAKS, _ -> reader.listingCost(), _ -> answers.leaks())
                .bind(SEARCH, _ -> reader.listingCost(), a -> answers.search(a.text("pattern")))
                .build();
    }
}
