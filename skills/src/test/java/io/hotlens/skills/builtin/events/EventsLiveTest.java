package io.hotlens.skills.builtin.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.examination.Examination;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;

@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class EventsLiveTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static double total(Examination exam, String callback) {
        return exam.call(callback, 50).number("total").orElse(0.0);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aLoopWithoutAPollLetsEverybodyWait(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.SAFEPOINT_STALL, jdk);
                Examination exam = Examination.of(new EventsSkill(), patient)) {
            Eventually.within(LONG, "two stalls", () -> total(exam, "events_get_safepoints") >= 2);
            Data.Fields top = Examination.first(exam.call("events_get_safepoints", 5), "by_what");
            assertEquals(Moment.WAY_TO_STOP, top.text("what").orElseThrow());
            Data.Fields stats = exam.call("events_stats");
            var way = (Data.Fields) stats.get("way_to_stop").orElseThrow();
            assertTrue(way.number("longest").orElse(0.0) >= 50, stats::toString);
            assertEquals(
                    exam.call("events_get", "safepoint", 50).number("total").orElseThrow(),
                    total(exam, "events_get_safepoints"),
                    2);
            assertTrue(exam.reading("longest_ms") instanceof Reading.Known(double ms) && ms >= 50);
        }
    }

    @Test
    void aPinnedThreadIsToldWithReasonAndPlace() {
        try (Patient patient = Patient.start(Demo.PINNING, Jdk.find(25));
                Examination exam = Examination.of(new EventsSkill(), patient)) {
            Eventually.within(LONG, "two pins", () -> total(exam, "events_get_pinned") >= 2);
            Data.Fields pin = Examination.first(exam.call("events_get_pinned", 1), "items");
            assertTrue(pin.text("site").orElse("").contains("askForLicence"), pin::toString);
            assertTrue(pin.text("what").orElse("").contains("<clinit>"), pin::toString);
            assertTrue(pin.number("duration_ms").orElse(0.0) >= 20, pin::toString);
        }
    }

    @Test
    void whoKeepsTheCarrierIsNamed() {
        try (Patient patient = Patient.start(Demo.VIRTUAL_STARVATION, Jdk.find(25));
                Examination exam = Examination.of(new EventsSkill(), patient)) {
            Eventually.within(
                    LONG,
                    "a queue, and one thread that sits",
                    () -> {
                        Data.Fields seats = exam.call("events_carriers", 5);
                        return seats.number("queued").orElse(0.0) > 10
                                && seats.items("items").stream()
                                        .anyMatch(
                                                one ->
                                                        ((Data.Fields) one)
                                                                        .number("looks")
                                                                        .orElse(0.0)
                                                                >= 3);
                    });
            Data.Fields longest = Examination.first(exam.call("events_carriers", 5), "items");
            assertTrue(
                    longest.text("site").orElse("").contains("VirtualStarvationDemo.report"),
                    longest::toString);
        }
    }

    @Test
    void anOlderTargetSaysWhyItHasNoScheduler() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(17));
                Examination exam = Examination.of(new EventsSkill(), patient)) {
            assertThrows(TargetException.Unsupported.class, () -> exam.call("events_carriers", 5));
            var scheduler =
                    (Data.Fields) exam.call("events_stats").get("virtual_threads").orElseThrow();
            assertTrue(
                    scheduler.text("unavailable").orElse("").contains("needs JDK 24"),
                    scheduler::toString);
            assertTrue(
                    exam.reading("queued_virtual_threads")
                                    instanceof Reading.Unavailable(String why)
                            && why.contains("24"));
        }
    }
}
