package io.hotlens.skills.builtin.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.overload.OverloadSkill;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.patient.server.ServerPatient;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Applications with a real pool and a real database in child JVMs.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class DatabaseLiveTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @TempDir Path folder;

    private static TargetSkills skills(TargetConnection connection) {
        return new TargetSkills(
                connection,
                new SkillCatalog(List.of(new DatabaseSkill(), new OverloadSkill())),
                InstantSource.system());
    }

    private static Data.Fields call(TargetSkills skills, String callback, Data... arguments) {
        return (Data.Fields)
                skills.find(new SkillId("database"))
                        .orElseThrow()
                        .call(callback, List.of(arguments));
    }

    private static Data.Fields closeLook(TargetSkills skills) {
        return (Data.Fields)
                call(skills, "db_query_stats", Data.of(true)).get("close_look").orElseThrow();
    }

    private static boolean complete(Data.Fields look) {
        return look.get("complete").equals(Optional.of(Data.of(true)));
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void whoKeepsConnectionsForOtherWorkIsFound(int feature) {
        try (Patient patient = Patient.start(ServerPatient.POOL_EXHAUSTED, Jdk.find(feature));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                TargetSkills skills = skills(connection)) {
            Eventually.within(LIMIT, "a close look", () -> complete(closeLook(skills)));
            assertTrue(closeLook(skills).number("queries").orElse(0.0) >= 3, "queries are seen");
            Data.Fields pools = call(skills, "db_pool_stats");
            Data.Fields pool = (Data.Fields) pools.items("items").getFirst();
            assertEquals(Optional.of("orders-pool"), pool.text("name"));
            assertEquals(Optional.of(3.0), pool.number("max"));
            Eventually.within(
                    LIMIT,
                    "a printing thread is told as a likely holder",
                    () ->
                            call(skills, "db_connection_holders").items("items").stream()
                                    .map(Data.Fields.class::cast)
                                    .anyMatch(
                                            one ->
                                                    one.text("how").orElse("").equals("likely")
                                                            && one.text("at")
                                                                    .orElse("")
                                                                    .contains("pauseMillis")));
        }
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void slowQueriesAreToldByPlaceAndInTheMetrics(int feature) {
        try (Patient patient = Patient.start(ServerPatient.SLOW_DB, Jdk.find(feature));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                TargetSkills skills = skills(connection)) {
            Eventually.within(
                    LIMIT,
                    "slow queries",
                    () -> !call(skills, "db_slow_queries").items("items").isEmpty());
            Data.Fields slow =
                    (Data.Fields) call(skills, "db_slow_queries").items("items").getFirst();
            assertTrue(slow.text("at").orElse("").contains("Shop.ask"), slow::toString);
            assertTrue(slow.number("max_ms").orElse(0.0) > 1_000, slow::toString);
            Map<String, Reading> read = metrics(skills);
            assertTrue(
                    read.get("max_query_ms") instanceof Reading.Known(double ms) && ms > 1_000,
                    read::toString);
            assertTrue(
                    read.get("pool_active") instanceof Reading.Known(double active) && active == 4,
                    read::toString);
            assertEquals(feature >= 25, known(read, "error_count"), read::toString);
        }
    }

    private static boolean known(Map<String, Reading> readings, String name) {
        return readings.getOrDefault(name, Reading.unavailable("")).isKnown();
    }

    private static Map<String, Reading> metrics(TargetSkills skills) {
        LiveSkill database = skills.find(new SkillId("database")).orElseThrow();
        return database.read().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    }

    @Test
    void aUserWhoMayOnlyReadStillSeesThePools() throws IOException {
        Agent agent = Agent.withUsers(folder);
        try (Patient patient =
                        Patient.start(
                                ServerPatient.POOL_EXHAUSTED, Jdk.find(25), agent.jvmOptions());
                TargetConnection connection =
                        Connector.open(
                                agent.address()
                                        .with(new JvmAddress.Credentials("looker", "secret")));
                TargetSkills skills = skills(connection)) {
            assertTrue(patient.isAlive());
            Data.Fields pools = call(skills, "db_pool_stats");
            assertEquals(Optional.of(1.0), pools.number("total"));
            assertEquals(Optional.of(0.0), pools.number("looks"));
            Map<String, Reading> read = metrics(skills);
            assertTrue(known(read, "pool_waiting"), read::toString);
            assertTrue(
                    read.get("query_count_1m") instanceof Reading.Unavailable(String why)
                            && why.contains("may only read"),
                    read::toString);
            LiveSkill overload = skills.find(new SkillId("overload")).orElseThrow();
            Data.Fields status =
                    (Data.Fields) overload.call("overload_get_queue_status", List.of());
            assertEquals(List.of(), status.items("executors"));
        }
    }
}
