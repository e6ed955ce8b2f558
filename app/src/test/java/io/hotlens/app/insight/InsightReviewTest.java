package io.hotlens.app.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.SkillId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InsightReviewTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final InsightReview review = new InsightReview(CausalModel.builtIn());

    private static Fact fact(String operator, String type) {
        return fact(operator, type, "");
    }

    private static Fact fact(String operator, String type, String subject) {
        return new Fact(
                NotificationId.random(),
                new SkillId(operator),
                type,
                subject,
                Severity.WARNING,
                operator + " saw " + type,
                Optional.empty(),
                NOW,
                0);
    }

    private static InsightDraft draft(List<Fact> cited, String... texts) {
        return new InsightDraft(
                cited.stream().map(Fact::id).toList(),
                CorrelationType.CAUSAL,
                "a summary",
                List.of(texts),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Insight accepted(Fact... facts) {
        return assertInstanceOf(
                        InsightReview.Verdict.Accepted.class,
                        review.review(
                                InvestigationId.random(),
                                draft(List.of(facts)),
                                List.of(facts),
                                NOW))
                .insight();
    }

    private List<String> refused(InsightDraft draft, Fact... known) {
        return assertInstanceOf(
                        InsightReview.Verdict.Refused.class,
                        review.review(InvestigationId.random(), draft, List.of(known), NOW))
                .reasons();
    }

    @Test
    void citedIdMustExist() {
        Fact real = fact("gc", "gc_overhead");
        Fact invented = fact("gc", "heap_leak");

        assertEquals(
                List.of("there is no notification " + invented.id()),
                refused(draft(List.of(real, invented)), real));
    }

    @Test
    void somethingMustBeCited() {
        assertFalse(refused(draft(List.of())).isEmpty());
    }

    @Test
    void matchedTextMustBeAnObservationOfACitedNotification() {
        Fact real = fact("gc", "gc_overhead");

        assertEquals(
                List.of(
                        "matched_observations: no cited notification has the observation 'gc saw"
                                + " something'"),
                refused(draft(List.of(real), "gc saw gc_overhead", "gc saw something"), real));
    }

    @Test
    void rootMustBeAKnownAnomaly() {
        Fact real = fact("gc", "gc_overhead");
        var claim =
                new InsightDraft(
                        List.of(real.id()),
                        CorrelationType.CAUSAL,
                        "s",
                        List.of(),
                        Optional.empty(),
                        Optional.of("gremlins"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertEquals(
                List.of("root_cause_type 'gremlins' is not a known anomaly type"),
                refused(claim, real));
    }

    @Test
    void rootIsTheOneThatExplainsTheOthers() {
        Insight insight =
                accepted(
                        fact("gc", "gc_overhead"),
                        fact("heap", "heap_leak", "com.example.Session"));

        assertEquals(
                new Insight.RootCause("heap_leak", "com.example.Session"), insight.rootCause());
        assertEquals(1, insight.links().size());
        assertEquals(insight.notificationIds().getLast(), insight.links().getFirst().from());
        assertTrue(insight.recommendation().contains("collection"));
        assertEquals("return gc_live_set()", insight.verifyWith());
    }

    @Test
    void twoSkillsThatReportTheCauseGroundIt() {
        Insight insight = accepted(fact("gc", "heap_leak"), fact("heap", "heap_leak"));

        assertTrue(insight.hypothesisGrounded());
        assertEquals(Confidence.HIGH, insight.confidence());
        assertEquals("gc and heap both report it", insight.confidenceReason());
    }

    @Test
    void oneSkillAloneDoesNotGroundACause() {
        Insight insight = accepted(fact("heap", "heap_leak"));

        assertFalse(insight.hypothesisGrounded());
        assertEquals(Confidence.MEDIUM, insight.confidence());
        assertEquals("only heap reports it", insight.confidenceReason());
    }

    @Test
    void sameSkillTwiceDoesNotGroundACause() {
        assertFalse(
                accepted(fact("gc", "heap_leak"), fact("gc", "gc_overhead")).hypothesisGrounded());
    }

    @Test
    void deadlockReportedByTheJvmIsGroundedByItself() {
        Insight insight = accepted(fact("threads", "deadlock"));

        assertTrue(insight.hypothesisGrounded());
        assertEquals(Confidence.HIGH, insight.confidence());
    }

    @Test
    void causeThatNobodySawHasLowConfidence() {
        Fact seen = fact("gc", "gc_overhead");
        var claim =
                new InsightDraft(
                        List.of(seen.id()),
                        CorrelationType.SYMPTOMATIC,
                        "s",
                        List.of(),
                        Optional.empty(),
                        Optional.of("heap_leak"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        Insight insight =
                assertInstanceOf(
                                InsightReview.Verdict.Accepted.class,
                                review.review(InvestigationId.random(), claim, List.of(seen), NOW))
                        .insight();

        assertEquals(Confidence.LOW, insight.confidence());
        assertFalse(insight.hypothesisGrounded());
    }
}
