package io.hotlens.skills.builtin.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.examination.Examination;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@Tag("patient")
class RulesLiveTest {

    @TempDir Path folder;

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    /// Whether the stream runs already, so that there is something to judge.
    private static boolean runs(Examination exam) {
        try {
            return exam.call("rules_run").number("evaluated").orElse(0.0) > 0;
        } catch (TargetException.Unsupported e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void rulesJudgeTheRecordedEventsInWholeSentences(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.EXPLICIT_GC, jdk);
                Examination exam = Examination.of(new RulesSkill(), patient)) {
            assertTrue(exam.reading("worst_score") instanceof Reading.Unavailable);
            Eventually.within(Duration.ofSeconds(60), "a run of the rules", () -> runs(exam));
            Data.Fields run = exam.call("rules_run");
            assertTrue(run.number("not_applicable").orElse(0.0) > 1, run::toString);
            Data.Fields one = exam.call("rules_result", "SystemGc");
            assertFalse(one.text("summary").orElse("").isBlank(), one::toString);
            String all = Json.write(run);
            assertFalse(all.matches("(?s).*\\{[a-z][A-Za-z]+\\}.*"), all);
            assertTrue(exam.reading("rules_evaluated").isKnown());
            assertThrows(BadArguments.class, () -> exam.call("rules_result", "NoSuchRule"));
            assertEquals(
                    run.text("at"), exam.call("rules_run").text("at"), "not run again at once");
        }
    }

    @Test
    void whatIsNoRecordingIsRefused() throws IOException {
        Path file = folder.resolve("events.jfr");
        Files.writeString(file, "not a recording");
        assertThrows(IOException.class, () -> RuleEvaluation.of(file));
        Path empty = folder.resolve("empty.jfr");
        Files.createFile(empty);
        assertThrows(IOException.class, () -> RuleEvaluation.of(empty));
    }
}
