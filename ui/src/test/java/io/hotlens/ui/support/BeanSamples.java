package io.hotlens.ui.support;

import io.hotlens.skills.data.Data;

import java.util.List;

/// What the skill mbeans answers about a JVM.
public final class BeanSamples {

    public static final String MEMORY = "java.lang:type=Memory";

    private BeanSamples() {}

    /// Gives a session all of these answers.
    public static void answer(ScriptedSession session) {
        session.answer("mbeans_domains(", domains());
        session.answer("mbeans_find(", found());
        session.answer("mbeans_values(", memory());
        session.answer("mbeans_get,", read(96_468_992, 3));
    }

    public static Data domains() {
        return page(
                3,
                domain("com.sun.management", 2),
                domain("java.lang", 15),
                domain("jdk.management.jfr", 1));
    }

    private static Data domain(String name, int beans) {
        return Data.fields().put("domain", name).put("beans", beans).build();
    }

    /// Three of seven beans.
    public static Data found() {
        return page(
                7,
                Data.of("java.lang:type=ClassLoading"),
                Data.of(MEMORY),
                Data.of("java.lang:name=G1 Old Gen,type=MemoryPool"));
    }

    private static Data page(int total, Data... items) {
        return Data.fields()
                .put("total", total)
                .put("showing", items.length)
                .put("items", List.of(items))
                .build();
    }

    public static Data memory() {
        return Data.fields()
                .put("bean", MEMORY)
                .put("class", "sun.management.MemoryImpl")
                .put("description", "Information on the management interface of the MBean")
                .put(
                        "attributes",
                        List.of(
                                attribute("HeapMemoryUsage", "CompositeData", usage()),
                                attribute("ObjectPendingFinalizationCount", "int", Data.of(0)),
                                attribute("Verbose", "boolean", Data.of(false)),
                                Data.fields()
                                        .put("name", "Cache")
                                        .put("type", "com.example.Cache")
                                        .put("description", "Cache")
                                        .put("readable", true)
                                        .put("unavailable", "its type is not read")
                                        .build()))
                .build();
    }

    private static Data attribute(String name, String type, Data value) {
        return Data.fields()
                .put("name", name)
                .put(
                        "type",
                        type.equals("CompositeData")
                                ? "javax.management.openmbean.CompositeData"
                                : type)
                .put("description", name)
                .put("readable", true)
                .put("value", value)
                .build();
    }

    private static Data usage() {
        return Data.fields()
                .put("committed", 268_435_456)
                .put("init", 268_435_456)
                .put("max", 4_294_967_296.0)
                .put("used", 96_468_992)
                .build();
    }

    /// The answers to a script that reads the heap's usage and the pending finalizations.
    public static Data read(double used, double pending) {
        return Data.items(
                List.of(
                        Data.fields().put("value", Data.fields().put("used", used).build()).build(),
                        Data.fields().put("value", pending).build()));
    }
}
