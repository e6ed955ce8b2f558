package io.hotlens.skills.builtin.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.patient.server.ServerPatient;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

class CacheTest {

    private static Cache cache(int second, double hits, double misses, double evictions) {
        return new Cache(
                "prices",
                "JCache",
                Dumps.START.plusSeconds(second),
                hits,
                misses,
                evictions,
                Double.NaN);
    }

    @Test
    void useIsCountedBetweenTwoLooks() {
        Cache.Use use = cache(10, 190, 110, 7).since(cache(0, 100, 100, 5));
        assertEquals(new Cache.Use(Duration.ofSeconds(10), 100, 90, 2), use);
    }

    @Test
    void aResetOfTheStatisticsCountsFromItsBeginning() {
        Cache.Use use = cache(10, 8, 2, 1).since(cache(0, 1_000, 1_000, 500));
        assertEquals(10, use.gets());
        assertEquals(80, use.hitPct());
        assertEquals(1, use.evictions());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, NaN", "1, 3, 25", "5, 0, 100"})
    void theHitRatioIsUnknownBeforeTheFirstRead(double hits, double misses, double pct) {
        assertEquals(pct, cache(0, hits, misses, 0).hitPct());
        assertTrue(
                Double.isNaN(cache(1, hits, misses, 0).since(cache(0, hits, misses, 0)).hitPct()));
    }

    @Tag("patient")
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void aRealJCacheTellsThatItNeverHits(int feature) {
        try (Patient patient = Patient.start(ServerPatient.TINY_CACHE, Jdk.find(feature));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                TargetSkills skills =
                        new TargetSkills(
                                connection,
                                new SkillCatalog(List.of(new HeapSkill())),
                                InstantSource.system())) {
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the cache was read for a while",
                    () -> recent(skills).number("gets").orElse(0.0) > 500);
            assertTrue(recent(skills).number("hit_pct").orElse(100.0) < 5);
            assertEquals(Optional.of("prices"), only(skills).text("name"));
        }
    }

    private static Data.Fields only(TargetSkills skills) {
        var answer =
                (Data.Fields)
                        skills.find(new SkillId("heap"))
                                .orElseThrow()
                                .call("heap_caches", List.of());
        return (Data.Fields) answer.items("items").getFirst();
    }

    private static Data.Fields recent(TargetSkills skills) {
        return (Data.Fields) only(skills).get("recent").orElseThrow();
    }
}
