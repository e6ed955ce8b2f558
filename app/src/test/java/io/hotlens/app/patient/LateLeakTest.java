package io.hotlens.app.patient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.InvestigationId;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A JVM that is well for a while and then leaks is noticed, investigated and explained without
/// anybody asking. Since little is learned in half a minute, the monitor is told to ask for less
/// than usual, and to go on asking.
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
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void isExplainedByItself(Jdk jdk) throws InterruptedException, IOException {
        var config = new ConfigFolder(folder);
        Files.writeString(config.settings(), "{\"monitor\": {\"triggers_per_hour\": 60}}");
        var factory = new SessionFactory(Connector::open, SkillCatalog.builtIn(), config);
        try (Patient patient =
                        Patient.start(
                                Demo.LATE_LEAK,
                                jdk,
                                "-D" + LateLeakDemo.DELAY + "=45000",
                                "-Dhotlens.monitor.learning_duration_ms=30000",
                                "-Dhotlens.monitor.z_threshold=1",
                                "-Dhotlens.monitor.cooldown_duration_ms=10000");
                Session session = factory.open(new JvmAddress.LocalProcess(patient.pid()));
                EventBus.Reader events = session.events().reader()) {
            assertTrue(session.monitor().status().state() instanceof DetectorState.Learning);
            Set<InvestigationId> byItself = new HashSet<>();
            Optional<Investigation> explained = Optional.empty();
            while (explained.isEmpty()) {
                for (AppEvent event : events.await(MOMENT)) {
                    if (event instanceof AppEvent.FromMonitor(_, var step)
                            && step instanceof MonitorStep.Triggered(var id, String reason)) {
                        assertTrue(reason.contains("expected"), reason);
                        byItself.add(id);
                    }
                }
                explained =
                        session.investigations().past().stream()
                                .filter(LateLeakTest::namesTheLeak)
                                .findFirst();
            }
            assertTrue(byItself.contains(explained.get().id()));
        }
    }

    private static boolean namesTheLeak(Investigation investigation) {
        return investigation.insights().stream()
                .map(Insight::rootCause)
                .anyMatch(
                        cause ->
                                cause.type().equals("heap_leak")
                                        && cause.subject().contains("LateLeakDemo$Session"));
    }
}
