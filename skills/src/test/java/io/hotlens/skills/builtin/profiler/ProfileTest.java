package io.hotlens.skills.builtin.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ProfileTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Sample sample(String thread, double weight, String... frames) {
        return new Sample(START, "jdk.ExecutionSample", thread, weight, "", List.of(frames));
    }

    private static Profile of(Sample... samples) {
        return new Profile(List.of(samples));
    }

    @Test
    void selfIsTheInnermostFrameAndTotalTheWholeStack() {
        List<Profile.Method> methods =
                of(
                                sample("a", 1, "leaf", "middle", "main"),
                                sample("a", 1, "middle", "main"),
                                sample("a", 2, "leaf", "main"))
                        .methods();
        assertEquals(new Profile.Method("leaf", 2, 75, 75), methods.getFirst());
        assertEquals(new Profile.Method("middle", 2, 25, 50), methods.get(1));
        assertEquals(new Profile.Method("main", 3, 0, 100), methods.get(2));
    }

    @Test
    void aMethodThatCallsItselfCountsOnceForEachSample() {
        Profile.Method recursive = of(sample("a", 1, "f", "f", "f", "main")).methods().getFirst();
        assertEquals(new Profile.Method("f", 1, 100, 100), recursive);
    }

    @Test
    void threadsAreToldWithTheApplicationMethodFoundMost() {
        List<Profile.Share> threads =
                of(
                                sample("a", 1, "java.util.HashMap.get", "com.shop.Cart.sum"),
                                sample("a", 1, "java.lang.String.hashCode", "com.shop.Cart.sum"),
                                sample("a", 1, "com.shop.Cart.add"),
                                sample("b", 1, "java.lang.Thread.run"))
                        .threads();
        assertEquals(new Profile.Share("a", 3, 3, 75, "com.shop.Cart.sum"), threads.getFirst());
        assertEquals("java.lang.Thread.run", threads.get(1).top());
    }

    @Test
    void sitesAreToldWithTheClassTheyAllocateMostOf() {
        var sites =
                new Profile(
                                List.of(
                                        allocation("byte[]", 3000, "com.shop.Csv.read"),
                                        allocation("int[]", 1000, "com.shop.Csv.read"),
                                        allocation("int[]", 1000, "com.shop.Math.sum")))
                        .sites();
        assertEquals(
                new Profile.Share("com.shop.Csv.read", 2, 4000, 80, "byte[]"), sites.getFirst());
    }

    private static Sample allocation(String type, double bytes, String site) {
        return Sample.of(
                new Recorded(
                        START,
                        "jdk.ObjectAllocationSample",
                        Duration.ZERO,
                        "worker",
                        Map.of("weight", Data.of(bytes), "objectClass", Data.of(type)),
                        List.of(site + ":12")),
                Sample.Kind.ALLOCATION);
    }

    @Test
    void equalStacksFoldOutermostFirst() {
        Map<String, Double> folded =
                of(
                                sample("a", 1, "leaf", "main"),
                                sample("b", 1, "leaf", "main"),
                                sample("a", 1, "main"))
                        .folded();
        assertEquals(List.of("main;leaf", "main"), List.copyOf(folded.keySet()));
        assertEquals(2, folded.get("main;leaf"));
    }

    @Test
    void veryDeepStacksAreCutAtTheirOuterEnd() {
        List<String> deep = Collections.nCopies(10_000, "f");
        var profile = new Profile(List.of(new Sample(START, "x", "a", 1, "", deep)));
        assertEquals(64, profile.folded().keySet().iterator().next().split(";", -1).length);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    a, java.util.regex., 50
                    b, java.util.regex., 0
                    c, java.util.regex., 0
                    """)
    void theShareOfAPackageIsThatOfTheThreadsOwnSamples(String thread, String prefix, double pct) {
        Profile profile =
                of(
                        sample("a", 1, "java.util.regex.Pattern$Curly.match", "com.shop.Check.ok"),
                        sample("a", 1, "com.shop.Check.ok"),
                        sample("b", 1, "com.shop.Check.ok"));
        assertEquals(pct, profile.sharePct(thread, prefix));
    }

    @Test
    void withoutSamplesNothingIsHot() {
        assertTrue(of().methods().isEmpty());
        assertTrue(of().threads().isEmpty());
        assertTrue(of().folded().isEmpty());
    }

    @Test
    void samplesByCpuTimeReplaceTheOthers() {
        Sample looked = sample("a", 1, "f");
        var timed = new Sample(START, Sample.CPU_TIME, "a", 1, "", List.of("f"));
        assertEquals(List.of(timed), Sample.best(List.of(looked, timed)));
        assertEquals(List.of(looked), Sample.best(List.of(looked)));
    }

    @Test
    void framesLoseTheirLines() {
        Sample one =
                Sample.of(
                        new Recorded(
                                START,
                                "jdk.ExecutionSample",
                                Duration.ZERO,
                                "a",
                                Map.of(),
                                Stream.of("a.B.c:12", "a.B.<init>:1", "a.B.native").toList()),
                        Sample.Kind.CPU);
        assertEquals(List.of("a.B.c", "a.B.<init>", "a.B.native"), one.frames());
        assertEquals(1, one.weight());
    }
}
