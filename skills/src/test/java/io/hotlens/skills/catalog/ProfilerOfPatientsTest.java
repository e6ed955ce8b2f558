package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.profiler.ProfilerSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@Tag("patient")
class ProfilerOfPatientsTest {

    private static final String EXECUTION = "jdk.ExecutionSample";

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static boolean sampling(Data.Fields answer) {
        return answer.get("sampling").equals(Optional.of(Data.of(true)));
    }

    private static Optional<Data.Fields> named(List<Data.Fields> items, String key, String name) {
        return items.stream().filter(one -> one.text(key).orElse("").contains(name)).findFirst();
    }

    private static double number(Optional<Data.Fields> fields, String name) {
        return fields.flatMap(one -> one.number(name)).orElse(0.0);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aMatchThatRunsAwayIsFoundInItsThread(Jdk jdk) {
        try (Visit visit = Visit.local(new ProfilerSkill(), Demo.REGEX, jdk)) {
            assertEquals(0, visit.value("samples_per_s"));
            assertTrue(sampling(visit.call("profiler_hot_threads", 5, 20)));
            Eventually.within(
                    Duration.ofSeconds(40),
                    "thirty samples of the thread",
                    () -> number(validator(visit), "samples") >= 30);
            assertTrue(number(validator(visit), "regex_pct") >= 98, validator(visit)::toString);
            Optional<Data.Fields> check =
                    named(
                            Visit.items(visit.call("profiler_hot_methods", 50, 1), "items"),
                            "method",
                            "RegexDemo.isRecord");
            assertTrue(number(check, "total_pct") > 50, check::toString);
            assertTrue(visit.value("hottest_method_pct") > 5);
            String line = visit.call("profiler_flame", "cpu").items("items").getFirst().toString();
            assertTrue(line.contains("RegexDemo.isRecord;java.util.regex"), line);
        }
    }

    private static Optional<Data.Fields> validator(Visit visit) {
        return named(
                Visit.items(visit.call("profiler_hot_threads", 5, 1), "items"),
                "thread",
                "import-validator");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void samplingEndsByItselfAndTheTargetTakesNoSamplesAnyMore(Jdk jdk) {
        try (Visit visit = Visit.local(new ProfilerSkill(), Demo.IDLE, jdk)) {
            assertTrue(sampling(visit.call("profiler_hot_methods", 5, 1)));
            visit.eventually("the target samples", v -> settings(v, jdk).contains(EXECUTION));
            visit.eventually("the window closed", v -> !sampling(v.call("profiler_flame", "cpu")));
            visit.eventually(
                    "the target samples no more", v -> !settings(v, jdk).contains(EXECUTION));
        }
    }

    /// What the target's recordings have switched on.
    private static String settings(Visit visit, Jdk jdk) {
        try {
            Process jcmd =
                    new ProcessBuilder(
                                    jdk.home().resolve("bin/jcmd").toString(),
                                    Long.toString(visit.pid()),
                                    "JFR.check",
                                    "verbose=true")
                            .redirectErrorStream(true)
                            .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whoAllocatesIsToldByItsSite(Jdk jdk) {
        try (Visit visit = Visit.remote(new ProfilerSkill(), Demo.ALLOCATION, jdk)) {
            visit.call("profiler_allocation_sites", 10, 30);
            Eventually.within(
                    Duration.ofSeconds(40),
                    "samples of the parser",
                    () ->
                            number(
                                            named(
                                                    Visit.items(
                                                            visit.call(
                                                                    "profiler_allocation_sites",
                                                                    10,
                                                                    1),
                                                            "items"),
                                                    "site",
                                                    "AllocationDemo.parse"),
                                            "pct")
                                    > 50);
            assertTrue(
                    visit.call("profiler_flame", "allocation").items("items").stream()
                            .anyMatch(one -> one.toString().contains("AllocationDemo.parse")));
        }
    }
}
