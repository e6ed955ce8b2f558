package io.hotlens.app.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.skills.skill.SkillId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

final class CausalModelTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /// The anomaly types that playbooks, insights and the benchmark share.
    private static final String TYPES =
            """
            heap_leak heap_undersized explicit_gc gc_overhead gc_long_pause allocation_pressure
            humongous_allocation finalizer_backlog metaspace_leak classloader_leak code_cache_full
            direct_buffer_leak native_leak thread_leak deadlock stuck_threads livelock lock_contention
            row_lock thread_pool_starvation vthread_pinning vthread_starvation cpu_hot_loop
            regex_backtracking jit_deoptimization_storm safepoint_stall exception_storm error_thrown
            log_storm log_errors fd_leak socket_leak slow_file_io io_heavy slow_remote slow_db
            n_plus_one_queries connection_pool_exhausted connection_leak queue_backlog cache_ineffective
            cpu_saturated_host cpu_throttled memory_pressure_host disk_full misconfigured\
            """;

    private final CausalModel model = CausalModel.builtIn();

    private static Fact fact(String type, String subject, Instant at, double since) {
        return new Fact(
                NotificationId.random(),
                new SkillId("gc"),
                type,
                subject,
                Severity.INFO,
                "o",
                Optional.empty(),
                at,
                since);
    }

    @Test
    void everyAnomalyTypeIsDescribed() {
        assertEquals(
                new TreeSet<>(List.of(TYPES.split("\\s+"))),
                new TreeSet<>(model.all().stream().map(Cause::type).toList()));
    }

    @Test
    void everyTypeSaysWhatToDo() {
        for (Cause cause : model.all()) {
            assertTrue(cause.recommendation().endsWith("."), cause.type());
            assertFalse(cause.title().isBlank(), cause.type());
        }
    }

    @Test
    void everyVerificationIsALuaExpression() throws Exception {
        for (Cause cause : model.all()) {
            LuaOutcome outcome =
                    new LuaSandbox(LuaLimits.DEFAULT)
                            .run(
                                    "local f = function() " + cause.verifyWith() + " end",
                                    LuaBridge.none());
            assertTrue(outcome instanceof LuaOutcome.Value, () -> cause.type() + ": " + outcome);
        }
    }

    @Test
    void nothingCausesItself() {
        for (Cause cause : model.all()) {
            assertTrue(
                    cause.leadsTo().stream().noneMatch(e -> e.to().equals(cause.type())),
                    cause.type());
        }
    }

    @Test
    void symptomsHaveCauses() {
        for (Cause cause : model.all()) {
            assertTrue(!cause.symptom() || !model.causesOf(cause.type()).isEmpty(), cause.type());
        }
    }

    @Test
    void edgeHoldsWhenBothAreCloseInTime() {
        Fact leak = fact("heap_leak", "", NOW, 0);

        assertTrue(model.edge(leak, fact("gc_overhead", "", NOW.plusSeconds(90), 0)).isPresent());
        assertTrue(model.edge(leak, fact("gc_overhead", "", NOW.plusSeconds(900), 0)).isEmpty());
        assertTrue(model.edge(fact("gc_overhead", "", NOW, 0), leak).isEmpty());
    }

    @Test
    void edgeOverOneSubjectHoldsOnlyForThatSubject() {
        Fact leak = fact("connection_leak", "pool-a", NOW, 0);

        assertTrue(
                model.edge(leak, fact("connection_pool_exhausted", "pool-a", NOW, 0)).isPresent());
        assertTrue(model.edge(leak, fact("connection_pool_exhausted", "pool-b", NOW, 0)).isEmpty());
        assertTrue(model.edge(leak, fact("connection_pool_exhausted", "", NOW, 0)).isPresent());
    }

    @Test
    void edgeInTimeOrderNeedsTheCauseNotToBeginLater() {
        CausalModel timed =
                CausalModel.parse(
                        """
                        {"a": {"title": "A", "recommendation": "r", "verify_with": "v",
                               "causes": [{"to": "b", "when": "before", "why": "w"}]},
                         "b": {"title": "B", "recommendation": "r", "verify_with": "v"}}\
                        """);

        assertTrue(timed.edge(fact("a", "", NOW, 100), fact("b", "", NOW, 200)).isPresent());
        assertTrue(timed.edge(fact("a", "", NOW, 300), fact("b", "", NOW, 200)).isEmpty());
        assertTrue(timed.edge(fact("a", "", NOW, 300), fact("b", "", NOW, 0)).isPresent());
    }

    @Test
    void modelThatNamesAnUnknownTypeIsRefused() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                CausalModel.parse(
                                        """
                                        {"a": {"title": "A", "recommendation": "r", "verify_with": "v",
                                               "causes": [{"to": "c", "why": "w"}]}}\
                                        """));

        assertEquals("a leads to 'c', which is not described", refused.getMessage());
    }
}
