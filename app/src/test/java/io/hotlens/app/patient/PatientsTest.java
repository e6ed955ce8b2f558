package io.hotlens.app.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.demo.Illness;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.patient.server.ServerPatient;
import io.hotlens.skills.skill.DatabaseAccess;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Every demo on every supported JDK: the right root cause with evidence that exists, and silence
/// on the healthy.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class PatientsTest {

    /// Illnesses of the machine that runs the tests, which are no fault of the patient.
    private static final Set<String> OF_THE_HOST =
            Set.of("cpu_saturated_host", "memory_pressure_host", "disk_full", "cpu_throttled");

    /// What keeps a whole processor busy, or shows only when the others leave it one.
    private static final Set<String> HUNGRY =
            Set.of(
                    "cpu_hot_loop",
                    "regex_backtracking",
                    "vthread_starvation",
                    "safepoint_stall",
                    "heap_undersized",
                    "connection_pool_exhausted");

    /// What is looked at for long before it is sure.
    private static final Set<String> LENGTHY =
            Set.of(
                    "thread_leak",
                    "metaspace_leak",
                    "heap_leak",
                    "native_leak",
                    "vthread_pinning",
                    "finalizer_backlog",
                    "cpu_hot_loop");

    /// How many run at the same time: one that is hungry, and others beside it.
    private static final Semaphore HUNGRY_ONES = new Semaphore(1, true);

    private static final Semaphore OTHERS = new Semaphore(9, true);

    static Stream<Arguments> sick() {
        return on(patients().filter(demo -> !demo.healthy()).toList());
    }

    static Stream<Arguments> healthy() {
        return on(patients().filter(Illness::healthy).toList());
    }

    private static Stream<Illness> patients() {
        return Stream.concat(
                Arrays.stream(Demo.values()).filter(Demo::atOnce),
                Arrays.stream(ServerPatient.values()));
    }

    /// On each JDK; what has to wait for others or takes long begins first, lest it end last.
    private static Stream<Arguments> on(List<? extends Illness> demos) {
        return demos.stream()
                .sorted(
                        Comparator.comparing((Illness demo) -> !HUNGRY.contains(demo.type()))
                                .thenComparing(demo -> !LENGTHY.contains(demo.type())))
                .flatMap(
                        demo ->
                                Jdk.supported().stream()
                                        .filter(jdk -> jdk.feature() >= demo.since())
                                        .map(jdk -> Arguments.of(demo, jdk)));
    }

    private static Investigation investigate(Illness demo, Jdk jdk) throws InterruptedException {
        Semaphore places = HUNGRY.contains(demo.type()) ? HUNGRY_ONES : OTHERS;
        places.acquire();
        try {
            Optional<DatabaseAccess> database =
                    demo instanceof ServerPatient server ? server.database() : Optional.empty();
            return investigate(demo, jdk, database);
        } finally {
            places.release();
        }
    }

    private static Investigation investigate(
            Illness demo, Jdk jdk, Optional<DatabaseAccess> database) throws InterruptedException {
        try (Patient patient = Patient.start(demo, jdk);
                Session session =
                        new SessionFactory()
                                .open(new JvmAddress.LocalProcess(patient.pid()), database)) {
            return session.investigations().start(InvestigationRequest.of("it is slow")).await();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("sick")
    void theRootCauseIsTheIllness(Illness demo, Jdk jdk) throws InterruptedException {
        Investigation investigation = investigate(demo, jdk);
        assertEquals(new Outcome.Completed(), investigation.outcome());
        List<Insight> insights = ofThePatient(investigation);
        String told = demo + " on " + jdk + ": " + told(investigation);
        assertFalse(insights.isEmpty(), told);
        assertEquals(demo.type(), insights.getFirst().rootCause().type(), told);
        insights.forEach(insight -> assertEvidence(insight, investigation));
        if (demo == Demo.DEADLOCK) {
            assertNamesBothThreadsAndBothLocks(insights.getFirst());
        }
    }

    private static List<Insight> ofThePatient(Investigation investigation) {
        return investigation.insights().stream()
                .filter(insight -> !OF_THE_HOST.contains(insight.rootCause().type()))
                .toList();
    }

    private static void assertEvidence(Insight insight, Investigation investigation) {
        List<Notification> cited =
                investigation.notifications().stream()
                        .filter(one -> insight.notificationIds().contains(one.id()))
                        .toList();
        assertEquals(insight.notificationIds().size(), cited.size(), "every cited id exists");
        List<String> observations = cited.stream().map(Notification::observation).toList();
        assertTrue(observations.containsAll(insight.matchedObservations()), observations::toString);
        for (Notification one : cited) {
            assertTrue(
                    one.snapshots().stream()
                            .flatMap(snapshot -> snapshot.readings().values().stream())
                            .anyMatch(Reading::isKnown),
                    () -> one.type() + " cites a snapshot without any value");
        }
        assertFalse(insight.recommendation().isBlank(), insight.rootCause()::type);
        assertFalse(insight.verifyWith().isBlank(), insight.rootCause()::type);
    }

    private static void assertNamesBothThreadsAndBothLocks(Insight insight) {
        assertEquals("order-writer, stock-writer", insight.rootCause().subject());
        String said = insight.summary();
        for (String name : List.of("order-writer", "stock-writer", "OrderLock", "StockLock")) {
            assertTrue(said.contains(name), () -> name + " is missing in: " + said);
        }
    }

    private static String told(Investigation investigation) {
        return investigation.notifications().stream()
                        .map(n -> n.type() + ": " + n.observation())
                        .toList()
                + " unseen "
                + investigation.unseen();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("healthy")
    void nothingIsSaidOfTheHealthy(Illness demo, Jdk jdk) throws InterruptedException {
        Investigation investigation = investigate(demo, jdk);
        assertEquals(new Outcome.Completed(), investigation.outcome());
        String told = demo + " on " + jdk + ": " + told(investigation);
        assertEquals(List.of(), ofThePatient(investigation), told);
        assertEquals(
                List.of(),
                investigation.notifications().stream()
                        .filter(one -> !OF_THE_HOST.contains(one.type()))
                        .map(Notification::observation)
                        .toList(),
                told);
    }
}
