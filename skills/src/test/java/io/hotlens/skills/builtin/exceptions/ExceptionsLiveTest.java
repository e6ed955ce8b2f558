package io.hotlens.skills.builtin.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.examination.Examination;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.BadArguments;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;

@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class ExceptionsLiveTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aStormIsTracedToItsTypeAndItsLine(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.EXCEPTION_STORM, jdk);
                Examination exam = Examination.of(new ExceptionsSkill(), patient)) {
            Eventually.within(
                    LONG,
                    "a site is known, and the rate over some seconds",
                    () -> knowsEnough(exam.call("exception_stats")));
            Data.Fields stats = exam.call("exception_stats");
            double rate = stats.number("exceptions_per_s").orElseThrow();
            assertTrue(rate > 500 && rate < 3_000, stats::toString);
            Data.Fields site = Examination.first(stats, "sites");
            String place = site.text("site").orElseThrow();
            assertTrue(place.contains("ExceptionStormDemo.check:"), place);
            Data.Fields one = exam.call("exception_stacktrace", site.text("id").orElseThrow());
            assertTrue(one.items("stack").size() >= 3, one::toString);
            assertEquals("order-intake", one.text("thread").orElseThrow());
            Data.Fields same = exam.call("exception_by_type", "ExceptionStormDemo$RejectedOrder");
            assertTrue(same.number("total").orElse(0.0) > 10, same::toString);
            assertTrue(
                    exam.call("exception_search", "has no customer", 3).number("total").orElse(0.0)
                            > 10);
            assertThrows(BadArguments.class, () -> exam.call("exception_stacktrace", "x0"));
        }
    }

    private static boolean knowsEnough(Data.Fields stats) {
        return !stats.items("sites").isEmpty() && stats.number("window_s").orElse(0.0) >= 4;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void errorsOfTheJvmItselfAreSeenWithTheirThread(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.STACK_OVERFLOW, jdk);
                Examination exam = Examination.of(new ExceptionsSkill(), patient)) {
            Eventually.within(
                    LONG,
                    "two errors",
                    () ->
                            exam.call("exception_recent", 10, "error").number("total").orElse(0.0)
                                    >= 2);
            Data.Fields newest =
                    Examination.first(exam.call("exception_recent", 10, "error"), "items");
            assertEquals("java.lang.StackOverflowError", newest.text("type").orElseThrow());
            assertEquals("document-reader", newest.text("thread").orElseThrow());
            Data.Fields vm =
                    (Data.Fields)
                            exam.call("exception_stats").get("vm_errors_since_start").orElseThrow();
            assertTrue(vm.number("stackoverflowerrors").orElse(0.0) >= 2, vm::toString);
            assertTrue(
                    exam.reading("errors_5m") instanceof Reading.Known(double n) && n >= 2,
                    () -> exam.reading("errors_5m").toString());
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aFewExceptionsAreCountedNotInvented(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.CONTROL_FLOW, jdk);
                Examination exam = Examination.of(new ExceptionsSkill(), patient)) {
            Reading before = exam.reading("exceptions_per_s");
            assertFalse(before.isKnown(), "nothing is known yet: " + before);
            Eventually.within(
                    LONG,
                    "a rate over some seconds",
                    () -> exam.call("exception_stats").number("window_s").orElse(0.0) >= 4);
            double rate =
                    exam.call("exception_stats").number("exceptions_per_s").orElse(Double.NaN);
            assertTrue(rate > 1 && rate < 60, () -> "rate " + rate);
        }
    }
}
