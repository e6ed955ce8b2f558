package io.hotlens.skills.builtin.mbeans;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.MBeanReader;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// MBeans that no other skill knows.
public final class MBeansSkill implements Skill {

    private static final Duration COUNTED = Duration.ofMinutes(1);
    private static final String EVERY = "*:*";
    private static final String SOURCE = "MBean server; it is only read";

    private static final Metric COUNT =
            metric("mbean_count", "MBeans that are registered (MBean server, each minute).");
    private static final Metric DOMAINS =
            metric("domains", "Domains of their names (MBean server, each minute).");

    private static final Callback FIND =
            Callback.of(
                            "mbeans_find",
                            "Names of MBeans: by a JMX pattern such as java.lang:type=MemoryPool,*,"
                                    + " or, without a colon, those that contain the text.",
                            "{total, showing, items = [name]}",
                            SOURCE)
                    .with(
                            Parameter.text("pattern", "a JMX pattern, or a part of the name"),
                            Parameter.limit())
                    .needing(Capability.JMX_READ)
                    .costing(Impact.LOW);
    private static final Callback GET =
            Callback.of(
                            "mbeans_get",
                            "One attribute of one MBean. Of beans that are not the JDK's own only"
                                    + " plain types are read; values named like a secret are"
                                    + " masked.",
                            "{bean, attribute, value}",
                            SOURCE)
                    .with(
                            Parameter.text("bean", "the whole object name"),
                            Parameter.text("attribute", "one attribute's name"))
                    .needing(Capability.JMX_READ)
                    .costing(Impact.LOW);
    private static final Callback DESCRIBE =
            Callback.of(
                            "mbeans_describe",
                            "Class, description and attributes of one MBean, without values.",
                            "{bean, class, description, attributes = [{name, type, description,"
                                    + " readable}]}",
                            SOURCE)
                    .with(Parameter.text("bean", "the whole object name"))
                    .needing(Capability.JMX_READ)
                    .costing(Impact.LOW);

    private static final Callback VALUES =
            Callback.of(
                            "mbeans_values",
                            "All attributes of one MBean with their values, as mbeans_get would"
                                    + " read them, in one go.",
                            "{bean, class, description, attributes = [{name, type, description,"
                                    + " value or unavailable}]}",
                            SOURCE)
                    .with(Parameter.text("bean", "the whole object name"))
                    .needing(Capability.JMX_READ)
                    .costing(Impact.LOW);
    private static final Callback LIST_DOMAINS =
            Callback.of(
                            "mbeans_domains",
                            "Domains of MBeans with how many beans each has, by name.",
                            "{total, showing, items = [{domain, beans}]}",
                            SOURCE)
                    .with(Parameter.limit())
                    .needing(Capability.JMX_READ)
                    .costing(Impact.LOW);

    private static Metric metric(String name, String meaning) {
        return new Metric("mbeans", name, Unit.COUNT, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("mbeans");
    }

    @Override
    public String title() {
        return "MBeans";
    }

    @Override
    public String description() {
        return "Reads any MBean of the target by name, such as those of its libraries.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("mbeans");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(COUNT, DOMAINS);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(FIND, GET, DESCRIBE, VALUES, LIST_DOMAINS);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("mbeans");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        context.connection().capabilities().require(Capability.JMX_READ);
        MBeanReader beans = context.connection().beans();
        var names = new Recent<>(COUNTED, context.clock(), () -> beans.find(EVERY));
        return BoundSkill.of(this, context)
                .metric(COUNT, () -> Reading.of(names.get().size()))
                .metric(DOMAINS, () -> Reading.of(domains(names.get())))
                .bind(FIND, a -> find(beans, a.text("pattern"), a.count("limit")))
                .bind(GET, a -> get(beans, a.text("bean"), a.text("attribute")))
                .bind(DESCRIBE, a -> describe(beans, a.text("bean")))
                .bind(VALUES, a -> values(beans, a.text("bean")))
                .bind(LIST_DOMAINS, a -> listDomains(beans, a.count("limit")))
                .build();
    }

    private static String domain(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static long domains(List<String> names) {
        return names.stream().map(MBeansSkill::domain).distinct().count();
    }

    private static Data listDomains(MBeanReader beans, int limit) {
        var counts = new TreeMap<String, Integer>();
        beans.find(EVERY).forEach(name -> counts.merge(domain(name), 1, Integer::sum));
        List<Data> rows =
                counts.entrySet().stream()
                        .<Data>map(
                                one ->
                                        Data.fields()
                                                .put("domain", one.getKey())
                                                .put("beans", one.getValue())
                                                .build())
                        .toList();
        return Page.of(rows, limit).toData();
    }

    private static Data find(MBeanReader beans, String pattern, int limit) {
        String part = pattern.toLowerCase(Locale.ROOT);
        List<String> found =
                pattern.contains(":")
                        ? beans.find(pattern)
                        : beans.find(EVERY).stream()
                                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                                .toList();
        return Page.of(found.stream().map(Data::of).toList(), limit).toData();
    }

    private static Data get(MBeanReader beans, String bean, String attribute) {
        return Data.fields()
                .put("bean", bean)
                .put("attribute", attribute)
                .put("value", beans.get(bean, attribute))
                .build();
    }

    private static Data describe(MBeanReader beans, String bean) {
        var fields = Data.fields().put("bean", bean);
        if (beans.describe(bean) instanceof Data.Fields described) {
            described.values().forEach(fields::put);
        }
        return fields.build();
    }

    private static Data values(MBeanReader beans, String bean) {
        var fields = Data.fields().put("bean", bean);
        if (beans.describe(bean) instanceof Data.Fields described) {
            described.values().forEach(fields::put);
            List<Data.Fields> attributes =
                    described.items("attributes").stream()
                            .filter(Data.Fields.class::isInstance)
                            .map(Data.Fields.class::cast)
                            .toList();
            Map<String, Data> values =
                    beans.get(
                            bean,
                            attributes.stream().flatMap(one -> one.text("name").stream()).toList());
            fields.put("attributes", attributes.stream().map(one -> valued(one, values)).toList());
        }
        return fields.build();
    }

    private static Data valued(Data.Fields attribute, Map<String, Data> values) {
        var fields = Data.fields();
        attribute.values().forEach(fields::put);
        Data value = values.get(attribute.text("name").orElse(""));
        return value == null
                ? fields.put("unavailable", "the target does not tell it, or its type is not read")
                        .build()
                : fields.put("value", value).build();
    }
}
