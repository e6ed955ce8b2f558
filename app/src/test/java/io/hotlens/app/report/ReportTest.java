package io.hotlens.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

final class ReportTest {

    private static KeptInvestigation kept(Recorded one) {
        return new KeptInvestigation(one.whole(), Trigger.PERSON, true, one.events(), Map.of());
    }

    private static String text(Recorded one, ReportFormat format) {
        return new Report(kept(one), Redactor.usual()).text(format);
    }

    private static void inOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, () -> "'" + part + "' is missing or too early in " + text);
            from = at + part.length();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "MARKDOWN"})
    void theRootCauseComesFirstThenWhyThenWhatToDo(ReportFormat format) {
        String report = text(Recorded.deadlock(), format).replace("\\", "");
        inOrder(
                report,
                "checkout-service: deadlock - order-writer, stock-writer",
                "requests hang since noon",
                "Root cause",
                "seen: deadlock",
                "Confidence",
                "high: what was observed proves it",
                "Evidence from threads",
                "waiting_s",
                "41.50",
                "deadlocked",
                "What to do",
                "Take the locks in one order everywhere.",
                "How to verify",
                "return threads_deadlocks()",
                "Timeline",
                "12:00:01",
                "found deadlock (critical)",
                "What could not be measured",
                "threads: a thread dump would stop it for 300 ms",
                "heap: needs JMX",
                "threads.virtual: needs JDK 21",
                "5 calls, 1290 tokens, 0.0200 USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)>",
                "</style><script>x</script>",
                "<!-- ",
                "&lt;b&gt; &amp;",
                "\u202Egnp.exe",
                "a\u0000b"
            })
    void textOfATargetIsNeverMarkup(String hostile) {
        Recorded one =
                new Recorded(hostile, Recorded.NOON)
                        .found("deadlock", hostile, Severity.CRITICAL, hostile)
                        .concluded();
        String report = text(one, ReportFormat.HTML);
        String plain = text(Recorded.deadlock(), ReportFormat.HTML);
        assertEquals(tags(plain), tags(report));
        assertFalse(report.contains("\u202E") || report.contains("\u0000"));
        assertTrue(report.contains("default-src 'none'"));
    }

    /// The tags in their order, each as it is written.
    private static List<String> tags(String html) {
        return Pattern.compile("<[^>]*>").matcher(html).results().map(m -> m.group()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[click](javascript:alert(1))",
                "<script>alert(1)</script>",
                "| a | b |",
                "# heading",
                "**bold** `code`",
                "https://evil.example/",
                "line\n\n# heading"
            })
    void textOfATargetIsNeverMarkdown(String hostile) {
        Recorded one =
                new Recorded(hostile, Recorded.NOON)
                        .found("deadlock", hostile, Severity.CRITICAL, hostile)
                        .concluded();
        String report = text(one, ReportFormat.MARKDOWN);
        assertEquals(
                shape(text(Recorded.deadlock(), ReportFormat.MARKDOWN)), shape(report), report);
        assertFalse(report.contains("](javascript"), report);
        assertFalse(report.contains("<script>"), report);
    }

    /// The lines without their words: what begins a line, and unescaped signs.
    private static String shape(String markdown) {
        return markdown.replaceAll("\\\\.", "").replaceAll("[^#|*`\\n\\[\\]<>]", "");
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreTakenOut(ReportFormat format) {
        Recorded one =
                new Recorded("login with password=hunter2 fails", Recorded.NOON)
                        .found(
                                "slow_remote",
                                "jdbc:postgresql://app:s3cr3t@db/shop",
                                Severity.WARNING,
                                "called with Bearer abcdefghijklmnop")
                        .concluded();
        String report = text(one, format);
        for (String secret : List.of("hunter2", "s3cr3t", "abcdefghijklmnop")) {
            assertFalse(report.contains(secret), report);
        }
        assertTrue(report.replace("\\", "").contains(Redactor.MARK), report);
    }

    @Test
    void theJsonHasTheWholeInvestigationAndItsSteps() {
        Recorded one = Recorded.deadlock();
        Data.Fields json = (Data.Fields) Json.parse(text(one, ReportFormat.JSON));
        assertEquals(one.id().value(), json.text("investigation_id").orElseThrow());
        assertEquals("person", json.text("trigger").orElseThrow());
        assertEquals(1, json.items("insights").size());
        assertEquals(4, json.items("timeline").size());
        Data.Fields first = (Data.Fields) json.items("timeline").getFirst();
        assertEquals("begins", first.text("text").orElseThrow());
    }

    @Test
    void silenceIsNotTakenForHealth() {
        var nothing = new Recorded("slow", Recorded.NOON);
        assertTrue(text(nothing, ReportFormat.HTML).contains("Nothing wrong was found."));
        var unexplained =
                new Recorded("slow", Recorded.NOON).found("hot_loop", "w", Severity.WARNING);
        String report = text(unexplained, ReportFormat.HTML);
        inOrder(report, "Something was found, but no root cause.", "Also found", "hot_loop");
    }

    @Test
    void aFileNameHoldsNothingThatAFileSystemMinds() {
        var report = new Report(kept(Recorded.deadlock()), Redactor.usual());
        assertTrue(
                report.fileName(ReportFormat.MARKDOWN)
                        .matches("hotlens-checkout-service-[0-9a-f]{8}\\.md"),
                report.fileName(ReportFormat.MARKDOWN));
    }
}
