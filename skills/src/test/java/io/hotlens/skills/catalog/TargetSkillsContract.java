package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every callback of every built-in skill, asked of a live target.
@Tag("patient")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TargetSkillsContract {

    private static final Map<String, String> TEXTS =
            Map.of(
                    "skill",
                    "jvm",
                    "metric",
                    "live_threads",
                    "name",
                    "java.lang.String",
                    "container",
                    "http-worker-*",
                    "method_filter",
                    "com.shop.Missing::method",
                    "pattern",
                    "BusyDemo",
                    "bean",
                    "java.lang:type=Runtime",
                    "attribute",
                    "Uptime",
                    "path",
                    "/var/log/no-such-application.log");

    private static final String HEAP = "-Xmx200m";

    private final Jdk jdk;
    private final boolean onThisHost;
    private final Patient patient;
    private final TargetConnection connection;
    private final TargetSkills skills;

    /// By its process id.
    TargetSkillsContract(Jdk jdk) {
        this(jdk, Patient.start(Demo.BUSY, jdk, HEAP));
    }

    private TargetSkillsContract(Jdk jdk, Patient patient) {
        this(jdk, patient, new JvmAddress.LocalProcess(patient.pid()));
    }

    /// By the URL of its JMX agent, as on another host.
    TargetSkillsContract(Jdk jdk, Agent agent) {
        this(jdk, Patient.start(Demo.BUSY, jdk, agent.and(HEAP).jvmOptions()), agent.address());
    }

    private TargetSkillsContract(Jdk jdk, Patient patient, JvmAddress address) {
        this.jdk = jdk;
        this.onThisHost = address instanceof JvmAddress.LocalProcess;
        this.patient = patient;
        connection = Connector.open(address);
        skills = new TargetSkills(connection, SkillCatalog.builtIn(), InstantSource.system());
    }

    @BeforeAll
    void waitForTwoLooks() {
        Eventually.within(
                Duration.ofSeconds(20),
                "threads were looked at twice",
                () -> !call("jvm", "jvm_top_threads").items("items").isEmpty());
    }

    @AfterAll
    void end() {
        skills.close();
        connection.close();
        patient.close();
    }

    private LiveSkill skill(String id) {
        return skills.find(new SkillId(id)).orElseThrow();
    }

    private Data.Fields call(String skill, String callback, Object... arguments) {
        List<Data> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(Data.from(argument));
        }
        return (Data.Fields) skill(skill).call(callback, given);
    }

    private double number(Data.Fields fields, String name) {
        return fields.number(name).orElseThrow(() -> new AssertionError(name + " in " + fields));
    }

    @Test
    void everySkillIsUsable() {
        assertEquals(Map.of(), skills.unusable());
        assertEquals(SkillCatalog.builtIn().skills().size(), skills.usable().size());
    }

    @Test
    void everyCallbackAnswersOrSaysWhatTheTargetLacks() {
        for (LiveSkill live : skills.usable()) {
            for (Callback callback : live.skill().callbacks()) {
                List<Data> arguments = new ArrayList<>();
                for (Parameter parameter : callback.parameters()) {
                    if (parameter.fallback().isEmpty()) {
                        String text = TEXTS.getOrDefault(parameter.name(), "");
                        arguments.add(
                                Data.of(
                                        callback.name().equals("history")
                                                ? "jvm.live_threads"
                                                : callback.name().equals("threads_tree")
                                                        ? ""
                                                        : text));
                    }
                }
                boolean wantsHeldId =
                        callback.parameters().stream()
                                .anyMatch(p -> p.name().equals("id") && p.fallback().isEmpty());
                boolean missing =
                        asksDatabase(callback)
                                || callback.needs().stream()
                                        .anyMatch(need -> !connection.capabilities().has(need));
                if (missing) {
                    assertThrows(
                            io.hotlens.skills.target.TargetException.Unsupported.class,
                            () -> live.call(callback.name(), arguments),
                            callback.name());
                } else if (wantsHeldId) {
                    assertThrows(
                            BadArguments.class,
                            () -> live.call(callback.name(), arguments),
                            callback.name());
                } else {
                    assertFalse(
                            live.call(callback.name(), arguments) instanceof Data.Nothing,
                            callback.name());
                }
            }
        }
    }

    /// No JDBC URL is given here.
    private static boolean asksDatabase(Callback callback) {
        return callback.name().startsWith("db_pg_");
    }

    @Test
    void whatIsUnavailableIsSoForAReason() {
        for (LiveSkill live : skills.usable()) {
            live.read()
                    .forEach(
                            (metric, reading) -> {
                                if (reading instanceof Reading.Unavailable(String why)) {
                                    assertTrue(why.length() > 10, () -> metric.id() + ": " + why);
                                }
                            });
        }
    }

    @Test
    void vitalsAreTrue() {
        Map<String, Double> values = new java.util.HashMap<>();
        for (Map.Entry<Metric, Reading> entry : skill("jvm").read().entrySet()) {
            if (entry.getValue() instanceof Reading.Known(double value)) {
                values.put(entry.getKey().name(), value);
            }
        }
        double cpu = values.getOrDefault("process_cpu_pct", -1.0);
        assertTrue(cpu > 0 && cpu <= 100, () -> "process CPU " + cpu);
        assertTrue(values.getOrDefault("live_threads", 0.0) >= 10, values::toString);
        assertTrue(values.getOrDefault("metaspace_used_mb", 0.0) > 1, values::toString);
        assertEquals((double) Runtime.getRuntime().availableProcessors(), values.get("processors"));
        assertEquals(200, number(call("gc", "gc_config"), "heap_max_mb"), 1);
    }

    @Test
    void theBusiestThreadsAreTheWorkers() {
        List<String> names =
                call("jvm", "jvm_top_threads", 4, "cpu").items("items").stream()
                        .map(item -> ((Data.Fields) item).text("name").orElse(""))
                        .toList();
        assertTrue(
                names.stream().anyMatch(name -> name.startsWith("http-worker-")), names::toString);
    }

    @Test
    void threadsAreGroupedByName() {
        Data.Fields children = call("threads", "threads_children", "http-worker-*");
        assertEquals(4, number(children, "total"));
    }

    @Test
    void aHistogramCountsWithoutForcingACollection() {
        long before =
                skills.events().collections(Duration.ofMinutes(5)).stream()
                        .filter(c -> c.cause().contains("Heap Inspection"))
                        .count();
        Data.Fields string = call("heap", "heap_class_info", "java.lang.String");
        assertTrue(number(string, "instances") > 1_000, string::toString);
        assertEquals(
                before,
                skills.events().collections(Duration.ofMinutes(5)).stream()
                        .filter(c -> c.cause().contains("Heap Inspection"))
                        .count());
    }

    @Test
    void aLiveHistogramIsHeavy() {
        assertEquals(
                Impact.HEAVY,
                skill("heap")
                        .cost(
                                "heap_top_classes",
                                List.of(Data.of(5), Data.of("bytes"), Data.of(true)))
                        .impact());
    }

    @Test
    void anUnknownClassIsAClearMistake() {
        var refused =
                assertThrows(
                        BadArguments.class, () -> call("heap", "heap_class_info", "no.such.Type"));
        assertTrue(String.valueOf(refused.getMessage()).contains("no.such.Type"));
    }

    @Test
    void dumpsWithVirtualThreadsNeedANewerJdkOnTheSameHost() {
        boolean has =
                connection.capabilities().has(io.hotlens.skills.target.Capability.THREAD_DUMP_JSON);
        assertEquals(onThisHost && jdk.feature() >= 21, has);
    }

    @Test
    void hostContainerAndProcessAreToldApart() {
        Data.Fields memory = call("system", "system_get_memory");
        if (!onThisHost) {
            assertTrue(memory.toString().contains("only on the same host"), memory::toString);
            return;
        }
        assertTrue(number(memory, "host_total_mb") > 500, memory::toString);
        assertTrue(
                number(memory, "host_available_mb") <= number(memory, "host_total_mb"),
                memory::toString);
    }
}
