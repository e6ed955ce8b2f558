package io.hotlens.app.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.demo.LateLeakDemo;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A JVM that is well for a while and then leaks is noticed, investigated and explained without
/// anybody asking.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class LateLeakTest {

    private static final Duration MOMENT = Duration.ofMillis(200);

    @TempDir Path folder;

    static Stream<Jdk> jdks() {
        return Jdk.supported().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void isExplainedByItself(Jdk jdk) throws InterruptedException {
        var factory =
                new SessionFactory(
                        Connector::open, SkillCatalog.builtIn(), new ConfigFolder(folder));
        try (Patient patient =
                        Patient.start(
                                Demo.LATE_LEAK,
                                jdk,
                                "-D" + LateLeakDemo.DELAY + "=50000",
                                "-Dhotlens.monitor.learning_duration_ms=30000",
                                "-Dhotlens.monitor.cooldown_duration_ms=15000");
                Session session = factory.open(new JvmAddress.LocalProcess(patient.pid()));
                EventBus.Reader events = session.events().reader()) {
            assertTrue(session.monitor().status().state() instanceof DetectorState.Learning);
            var reasons = new ArrayList<String>();
            List<Insight> insights = List.of();
            while (insights.isEmpty()) {
                for (AppEvent event : events.await(MOMENT)) {
                    if (event instanceof AppEvent.FromMonitor(_, var step)
                            && step instanceof MonitorStep.Triggered(_, String reason)) {
                        reasons.add(reason);
                    }
                }
                insights =
                        session.investigations().past().stream()
                                .flatMap(one -> one.insights().stream())
                                .filter(one -> one.rootCause().type().equals("heap_leak"))
                                .toList();
            }
            assertEquals("heap_leak", insights.getFirst().rootCause().type());
            assertTrue(
                    insights.getFirst().rootCause().subject().contains("LateLeakDemo"),
                    insights.getFirst()::summary);
            assertTrue(
                    reasons.stream().anyMatch(reason -> reason.contains("expected")),
                    reasons::toString);
            assertTrue(session.notifications().all().size() >= 2);
        }
    }
}
