package io.hotlens.skills.builtin.tracer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// Traces in real targets, and what is left of them there.
@Tag("patient")
class TracerLiveTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String PAUSE = "io.hotlens.skills.demo.Stage::pauseMillis";

    private interface Look {
        void at(LiveSkill tracer, TargetConnection connection);
    }

    private static void with(Demo demo, int jdk, Look look) {
        try (Patient patient = Patient.start(demo, Jdk.find(jdk));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                var skills =
                        new TargetSkills(
                                connection, SkillCatalog.builtIn(), InstantSource.system())) {
            look.at(skills.find(new SkillId("tracer")).orElseThrow(), connection);
        }
    }

    private static Data.Fields call(LiveSkill tracer, String name, Object... arguments) {
        return (Data.Fields) tracer.call(name, Arrays.stream(arguments).map(Data::from).toList());
    }

    private static Data.Fields newest(LiveSkill tracer) {
        return (Data.Fields) call(tracer, "tracer_get_traces").items("traces").getFirst();
    }

    private static String state(LiveSkill tracer) {
        return newest(tracer).text("state").orElseThrow();
    }

    private static boolean counted(LiveSkill tracer) {
        return newest(tracer).number("invocations").orElse(0.0) > 20;
    }

    private static double inTarget(LiveSkill tracer) {
        return call(tracer, "tracer_get_traces").number("recordings_in_target").orElseThrow();
    }

    @Test
    void slowCallsAreTracedWithTheirCallersAndTurnedOff() {
        with(
                Demo.CONTENTION,
                25,
                (tracer, _) -> {
                    String id = call(tracer, "tracer_trace", PAUSE).text("id").orElseThrow();
                    Eventually.within(
                            LONG,
                            "a call",
                            () -> !call(tracer, "tracer_get_traces").items("items").isEmpty());
                    var one =
                            (Data.Fields)
                                    call(tracer, "tracer_get_traces").items("items").getFirst();
                    assertTrue(one.number("duration_ms").orElseThrow() >= 10, one::toString);
                    assertTrue(one.items("stack").toString().contains("checkOut"), one::toString);
                    assertTrue(one.text("thread").orElseThrow().startsWith("checkout-"));
                    assertEquals(1, inTarget(tracer));
                    assertThrows(BadArguments.class, () -> call(tracer, "tracer_trace", PAUSE));
                    call(tracer, "tracer_stop", id);
                    assertEquals("ended", state(tracer));
                    Eventually.within(LONG, "off in the target", () -> inTarget(tracer) == 0);
                });
    }

    @Test
    void timingsCountEveryCall() {
        with(
                Demo.CONTENTION,
                25,
                (tracer, _) -> {
                    call(tracer, "tracer_trace", PAUSE, "timing");
                    Eventually.within(
                            LONG,
                            "calls are counted, or it is over",
                            () -> counted(tracer) || state(tracer).equals("ended"));
                    assertTrue(counted(tracer), () -> newest(tracer).toString());
                    double average = newest(tracer).number("average_ms").orElseThrow();
                    assertTrue(average >= 14 && average < 200, () -> "average " + average);
                });
    }

    @Test
    void aHotMethodIsRefused() {
        with(
                Demo.CPU_LOOP,
                25,
                (tracer, _) -> {
                    call(tracer, "tracer_trace", "io.hotlens.skills.demo.CpuLoopDemo::match");
                    Eventually.within(LONG, "an end", () -> !state(tracer).equals("checking"));
                    assertEquals("not_started", state(tracer));
                    assertEquals(0, inTarget(tracer));
                });
    }

    @Test
    void anOlderTargetIsSampledAndThatIsSaid() {
        with(
                Demo.CPU_LOOP,
                17,
                (tracer, _) -> {
                    call(tracer, "tracer_trace", "io.hotlens.skills.demo.CpuLoopDemo::match");
                    Eventually.within(
                            LONG,
                            "a sample",
                            () -> !call(tracer, "tracer_get_traces").items("items").isEmpty());
                    assertEquals("sampled", newest(tracer).text("mode").orElseThrow());
                    assertTrue(
                            newest(tracer)
                                    .text("note")
                                    .orElseThrow()
                                    .contains("durations are not"));
                });
    }

    @Test
    void theTargetEndsARecordingItselfWhenNobodyElseDoes() {
        with(
                Demo.CONTENTION,
                25,
                (_, connection) -> {
                    connection
                            .events()
                            .record(
                                    List.of(EventWish.of("jdk.MethodTrace").with("filter", PAUSE)),
                                    Duration.ofSeconds(3),
                                    _ -> {});
                    assertEquals(1, connection.events().recordings());
                    Eventually.within(
                            LONG, "its time is over", () -> connection.events().recordings() == 0);
                });
    }

    @Test
    void tracingNeedsConsent() {
        with(
                Demo.CONTENTION,
                25,
                (tracer, _) ->
                        assertEquals(
                                Impact.HEAVY,
                                tracer.cost("tracer_trace", List.of(Data.of(PAUSE))).impact()));
    }
}
