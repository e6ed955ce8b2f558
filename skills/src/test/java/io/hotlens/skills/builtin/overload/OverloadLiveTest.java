package io.hotlens.skills.builtin.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.patient.server.PoolZoo;
import io.hotlens.skills.patient.server.ServerPatient;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Real pools of seven libraries in a child JVM.
@Tag("patient")
class OverloadLiveTest {

    private static final List<String> CONNECTION_POOLS =
            List.of("hikari-pool", "dbcp-pool", "c3p0-pool", "tomcat-pool", "druid-pool");

    private static Map<String, Data.Fields> byName(Data answer) {
        return ((Data.Fields) answer)
                .items("items").stream()
                        .map(Data.Fields.class::cast)
                        .collect(
                                Collectors.toMap(
                                        item -> item.text("name").orElse(""),
                                        item -> item,
                                        (a, _) -> a));
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void everyLibraryTellsItsPool(int feature) {
        try (Patient patient =
                        Patient.start(
                                PoolZoo.class,
                                Jdk.find(feature),
                                ServerPatient.POOL_EXHAUSTED.options());
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                TargetSkills skills =
                        new TargetSkills(
                                connection,
                                new SkillCatalog(List.of(new OverloadSkill())),
                                InstantSource.system())) {
            LiveSkill overload = skills.find(new SkillId("overload")).orElseThrow();
            Eventually.within(
                    Duration.ofSeconds(20),
                    "all pools are saturated",
                    () ->
                            byName(overload.call("overload_get_overloaded_pools", List.of()))
                                    .keySet()
                                    .containsAll(CONNECTION_POOLS));
            assertPools(byName(overload.call("overload_get_queue_status", List.of())));
            assertQueueGrows(overload);
            assertBottleneck(overload);
        }
    }

    private static void assertPools(Map<String, Data.Fields> pools) {
        for (String name : CONNECTION_POOLS) {
            Data.Fields pool = pools.get(name);
            assertTrue(pool != null, name + " in " + pools.keySet());
            assertEquals(Optional.of(2.0), pool.number("active"), name);
            assertEquals(Optional.of(2.0), pool.number("max"), name);
            assertEquals(Optional.of(1.0), pool.number("waiting"), name);
        }
        assertTrue(pools.containsKey("jetty-pool"), pools.keySet()::toString);
        assertTrue(pools.keySet().stream().anyMatch(name -> name.startsWith("http-nio")));
        assertTrue(pools.containsKey("orders-reader"), "Kafka's consumer");
    }

    private static void assertQueueGrows(LiveSkill overload) {
        Eventually.within(
                Duration.ofSeconds(20),
                "the queue of Jetty's pool is seen to grow",
                () ->
                        ((Data.Fields) overload.call("overload_predict_growth", List.of()))
                                .items("items").stream()
                                        .map(Data.Fields.class::cast)
                                        .anyMatch(
                                                one ->
                                                        one.text("name")
                                                                        .orElse("")
                                                                        .equals("jetty-pool")
                                                                && one.text("what")
                                                                        .orElse("")
                                                                        .equals("waiting")
                                                                && one.number("rise_per_min")
                                                                                .orElse(0.0)
                                                                        > 100));
    }

    private static void assertBottleneck(LiveSkill overload) {
        var kinds =
                ((Data.Fields) overload.call("overload_detect_bottlenecks", List.of()))
                        .items("items").stream()
                                .map(item -> ((Data.Fields) item).text("kind").orElse(""))
                                .toList();
        assertTrue(kinds.contains("pool"), kinds::toString);
        List<Data> cascades =
                ((Data.Fields) overload.call("overload_detect_cascades", List.of())).items("items");
        assertTrue(cascades.size() >= CONNECTION_POOLS.size(), cascades::toString);
    }
}
