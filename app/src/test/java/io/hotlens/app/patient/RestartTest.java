package io.hotlens.app.patient;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.monitor.MonitorEvent;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.Connector;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A target that is restarted on its port: what holds is kept, what does not is learned again, and
/// the restart itself is no alarm.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class RestartTest {

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final String THREADS = "jvm.live_threads";
    private static final String PROCESSORS = "jvm.processors";

    /// Skills whose metrics are times: a machine with too much work moves them, restart or not.
    private static final Set<String> OF_TIME = Set.of("system", "events", "gc");

    /// What is said of metrics that are read but once while this short trial asks whether their
    /// normal still holds.
    private static final String READ_SELDOM = "each 30 s";

    /// Values after the restart that are judged by what was learned before.
    private static final int JUDGED = 20;

    @TempDir Path folder;

    private final List<MonitorEvent> noticed = new ArrayList<>();

    static Stream<Jdk> jdks() {
        return Jdk.supported().stream();
    }

    private static String[] options(Agent agent) {
        return agent.and(
                        "-Dhotlens.monitor.collection_interval_ms=500",
                        "-Dhotlens.monitor.learning_duration_ms=20000")
                .jvmOptions();
    }

    /// Follows the session's events until the condition holds.
    private void follow(EventBus.Reader events, BooleanSupplier until) throws InterruptedException {
        while (!until.getAsBoolean()) {
            for (AppEvent event : events.await(MOMENT)) {
                if (event instanceof AppEvent.FromMonitor(_, MonitorStep.Noticed(var what))) {
                    noticed.add(what);
                }
            }
        }
        assertTrue(noticed.stream().noneMatch(RestartTest::alarms), noticed::toString);
    }

    private static boolean alarms(MonitorEvent event) {
        if (event instanceof MonitorEvent.Escalated(_, var escalation, _)) {
            Metric metric = escalation.anomaly().metric();
            return !OF_TIME.contains(metric.skill()) && !metric.meaning().contains(READ_SELDOM);
        }
        return false;
    }

    private static Baseline baseline(Session session, String metric) {
        return session.monitor().baseline(metric).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    @Timeout(90)
    void isNoAlarmAndResetsWhatNoLongerHolds(Jdk jdk) throws InterruptedException {
        Agent agent = Agent.open();
        var factory =
                new SessionFactory(
                        Connector::open, SkillCatalog.builtIn(), new ConfigFolder(folder));
        Patient first = Patient.start(Demo.IDLE, jdk, options(agent));
        double threads;
        try (Session session = factory.open(agent.address());
                EventBus.Reader events = session.events().reader()) {
            follow(events, () -> !noticed.isEmpty());
            assertInstanceOf(MonitorEvent.LearningComplete.class, noticed.getFirst());
            threads = baseline(session, THREADS).highest();
            first.close();
            follow(events, () -> !session.state().isConnected());
        } finally {
            first.close();
        }
        try (Patient _ = Patient.start(Demo.CONNECTION_POOL, jdk, options(agent));
                Session session = factory.open(agent.address());
                EventBus.Reader events = session.events().reader()) {
            follow(events, () -> settled().isPresent());
            MonitorEvent.Settled settled = settled().orElseThrow();
            assertTrue(settled.kept() > settled.learnedAgain(), settled::toString);
            assertTrue(settled.learnedAgain() > 0, settled::toString);
            assertTrue(baseline(session, THREADS).lowest() > threads + 1, "it is another number");
            long before = baseline(session, PROCESSORS).values();
            follow(events, () -> baseline(session, PROCESSORS).values() > before + JUDGED);
        }
    }

    private Optional<MonitorEvent.Settled> settled() {
        return noticed.stream()
                .filter(MonitorEvent.Settled.class::isInstance)
                .map(MonitorEvent.Settled.class::cast)
                .findFirst();
    }
}
