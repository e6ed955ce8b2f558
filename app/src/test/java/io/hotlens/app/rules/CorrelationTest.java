package io.hotlens.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Fact;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CorrelationTest {

    private static final CausalModel MODEL = CausalModel.builtIn();

    private static Fact fact(String operator, String type, String subject, Severity severity) {
        return new Fact(
                NotificationId.random(),
                new SkillId(operator),
                type,
                subject,
                severity,
                operator + " saw " + type,
                Optional.empty(),
                Instant.EPOCH,
                0);
    }

    private static Fact fact(String operator, String type) {
        return fact(operator, type, "", Severity.WARNING);
    }

    private static List<Correlation.Root> roots(Fact... facts) {
        return Correlation.roots(MODEL, List.of(facts));
    }

    private static List<String> types(List<Correlation.Root> roots) {
        return roots.stream().map(Correlation.Root::type).toList();
    }

    @Test
    void aMetricThatLeftItsNormalIsNoCause() {
        Fact hint = fact("monitor", "metric_anomaly", "heap.live_set_mb", Severity.INFO);
        assertEquals(List.of(), roots(hint));
        assertEquals(List.of("heap_leak"), types(roots(hint, fact("heap", "heap_leak"))));
    }

    @Test
    void nothingSeenGivesNoRoot() {
        assertEquals(List.of(), roots());
    }

    @Test
    void chainHasOneRootHoweverLongItIs() {
        List<Correlation.Root> roots =
                roots(
                        fact("gc", "gc_overhead"),
                        fact("overload", "queue_backlog"),
                        fact("heap", "heap_leak"));

        assertEquals(List.of("heap_leak"), types(roots));
        assertEquals(3, roots.getFirst().cited().size());
        assertEquals(CorrelationType.CAUSAL, roots.getFirst().how());
    }

    @Test
    void sameFindingOfTwoSkillsIsOneRootWithTheSubjectThatOneNames() {
        List<Correlation.Root> roots =
                roots(
                        fact("gc", "heap_leak"),
                        fact("heap", "heap_leak", "com.example.Session", Severity.WARNING));

        assertEquals(1, roots.size());
        assertEquals("com.example.Session", roots.getFirst().subject());
        assertEquals(2, roots.getFirst().cited().size());
    }

    @Test
    void differentSubjectsOfOneTypeAreDifferentRoots() {
        assertEquals(
                2,
                roots(
                                fact("jvm", "cpu_hot_loop", "worker-1", Severity.WARNING),
                                fact("jvm", "cpu_hot_loop", "worker-2", Severity.WARNING))
                        .size());
    }

    @Test
    void unrelatedCausesAreSeparateAndTheWorstComesFirst() {
        assertEquals(
                List.of("deadlock", "heap_leak"),
                types(
                        roots(
                                fact("heap", "heap_leak"),
                                fact("threads", "deadlock", "", Severity.CRITICAL))));
    }

    @Test
    void ofTwoWarningsTheOneThatExplainsMoreComesFirst() {
        assertEquals(
                List.of("explicit_gc", "cpu_hot_loop"),
                types(
                        roots(
                                fact("jvm", "cpu_hot_loop", "worker-1", Severity.WARNING),
                                fact("gc", "gc_overhead"),
                                fact("gc", "explicit_gc"))));
    }

    @Test
    void rootThatIsMilderThanItsEffectStaysTheRoot() {
        assertEquals(
                List.of("heap_leak"),
                types(
                        roots(
                                fact("gc", "gc_overhead", "", Severity.CRITICAL),
                                fact("heap", "heap_leak"))));
    }

    @Test
    void symptomAloneIsSymptomatic() {
        List<Correlation.Root> roots = roots(fact("gc", "gc_long_pause"));

        assertEquals(CorrelationType.SYMPTOMATIC, roots.getFirst().how());
    }

    @Test
    void symptomsWithOneCommonAbsentCauseShareIt() {
        CausalModel small =
                CausalModel.parse(
                        """
                        {"leak": {"title": "Leak", "recommendation": "r", "verify_with": "v",
                          "causes": [{"to": "slow", "why": "w"}, {"to": "full", "why": "w"}]},
                         "slow": {"title": "Slow", "symptom": true, "recommendation": "r", "verify_with": "v"},
                         "full": {"title": "Full", "symptom": true, "recommendation": "r", "verify_with": "v"}}\
                        """);

        List<Correlation.Root> roots =
                Correlation.roots(small, List.of(fact("gc", "slow"), fact("heap", "full")));

        assertEquals(List.of("leak"), types(roots));
        assertEquals(CorrelationType.SYMPTOMATIC, roots.getFirst().how());
        assertFalse(roots.getFirst().seen());
    }

    @Test
    void symptomBesideAnUnrelatedCauseIsTemporal() {
        List<Correlation.Root> roots =
                roots(
                        fact("threads", "deadlock", "", Severity.CRITICAL),
                        fact("gc", "safepoint_stall"));

        assertEquals(List.of("deadlock", "safepoint_stall"), types(roots));
        assertEquals(CorrelationType.TEMPORAL, roots.getLast().how());
    }

    /// A playbook tells only stalls that a host without a free processor cannot explain.
    @Test
    void aStallIsNotLaidOnABusyHost() {
        List<Correlation.Root> roots =
                roots(fact("system", "cpu_saturated_host"), fact("events", "safepoint_stall"));

        assertEquals(Set.of("cpu_saturated_host", "safepoint_stall"), Set.copyOf(types(roots)));
    }

    @Test
    void typeThatTheModelDoesNotKnowIsStillReported() {
        assertEquals(List.of("my_own_type"), types(roots(fact("custom", "my_own_type"))));
    }

    @Test
    void causesThatFormACycleGiveOneRoot() {
        CausalModel cycle =
                CausalModel.parse(
                        """
                        {"a": {"title": "A", "recommendation": "r", "verify_with": "v",
                               "causes": [{"to": "b", "why": "w"}]},
                         "b": {"title": "B", "recommendation": "r", "verify_with": "v",
                               "causes": [{"to": "a", "why": "w"}]}}\
                        """);

        assertEquals(
                List.of("a"),
                types(Correlation.roots(cycle, List.of(fact("gc", "b"), fact("gc", "a")))));
    }
}
