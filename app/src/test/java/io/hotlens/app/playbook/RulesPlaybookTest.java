package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesPlaybookTest {

    private static Playbook healthy() {
        return Playbook.of("rules")
                .answer("history jvm.live_threads", "{\"count\":60,\"window_s\":60}")
                .answer("history exceptions.exceptions_per_s", last("500"))
                .answer("history gc.time_in_gc_pct", last("10"))
                .answer("rules_run", run(""))
                .answer("rules_result", rule("Exceptions", "warning", "90"));
    }

    private static String last(String value) {
        return "{\"count\":15,\"last\":%s}".formatted(value);
    }

    private static String run(String rule) {
        return """
        {"total":1,"showing":1,"items":[%s],"evaluated":40,"not_applicable":60,
        "recorded_mb":3,"took_s":1.2,"at":"2026-05-01T10:00:00Z",
        "unix_ms":1777629600000}\
        """
                .formatted(rule);
    }

    private static String rule(String id, String severity, String score) {
        return """
        {"id":"%s","name":"A rule's name","topic":"java","severity":"%s","score":%s,
        "summary":"It found something."}\
        """
                .formatted(id, severity, score);
    }

    @Test
    void rulesThatFindNothingAreSilent() {
        healthy().isSilent();
    }

    @Test
    void aRecordingOfTenSecondsIsWaitedFor() {
        healthy()
                .answer("history jvm.live_threads", "{\"count\":9,\"window_s\":9.9}")
                .refuse("rules_run", "there is no recording yet")
                .looksAgain();
    }

    @ParameterizedTest
    @CsvSource({
        "Exceptions, exception_storm, 500 exceptions/s",
        "GcPauseRatio, gc_overhead, 10 % of the time",
        "HighGc, gc_overhead, 10 % of the time"
    })
    void aRuleThatOurMeasurementsConfirmIsTold(String id, String type, String measured) {
        Data.Fields finding =
                healthy().answer("rules_run", run(rule(id, "warning", "75"))).finds(type);
        assertEquals("info", finding.text("severity").orElse(""));
        assertTrue(finding.text("observation").orElse("").contains("measured: " + measured));
    }

    @ParameterizedTest
    @CsvSource({
        "Exceptions, warning, 74",
        "Exceptions, info, 90",
        "Exceptions, warning, null",
        "JavaBlocking, warning, 100"
    })
    void aRuleThatIsUnsureOrThatNobodyElseMeasuresIsNot(String id, String severity, String score) {
        healthy().answer("rules_run", run(rule(id, severity, score))).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"Exceptions, 499, 99", "Exceptions, null, 99", "HighGc, 9000, 9.9"})
    void aRuleThatOurMeasurementsDoNotConfirmIsNot(String id, String perS, String gcPct) {
        healthy()
                .answer("rules_run", run(rule(id, "warning", "100")))
                .answer("history exceptions.exceptions_per_s", last(perS))
                .answer("history gc.time_in_gc_pct", last(gcPct))
                .isSilent();
    }
}
