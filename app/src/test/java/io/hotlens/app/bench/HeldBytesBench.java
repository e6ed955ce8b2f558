package io.hotlens.app.bench;

import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetConnection;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// How much we hold per target: events of a target that makes two thousand exceptions a second,
/// watched for 45 s, and 30 minutes of every metric, once a second. Prints the ratio to the limit.
@Tag("bench")
class HeldBytesBench {

    private static final int SECONDS = 30 * 60;
    private static final Duration WATCHED = Duration.ofSeconds(45);
    private static final double LIMIT_MB = 8;
    private static final double SETTLED_MB = 0.05;

    /// What is held when nothing more is freed: a closed connection goes in the background.
    private static double usedMb() {
        var memory = ManagementFactory.getMemoryMXBean();
        var used = new double[] {Double.MAX_VALUE};
        Eventually.within(
                Duration.ofSeconds(20),
                "the heap settles",
                () -> {
                    System.gc();
                    double before = used[0];
                    used[0] = memory.getHeapMemoryUsage().getUsed() / 1e6;
                    return Math.abs(before - used[0]) < SETTLED_MB;
                });
        return used[0];
    }

    @Test
    void historyOfHalfAnHour() {
        watch(Duration.ofSeconds(5));
        watch(WATCHED);
    }

    /// The first, short look loads what is loaded once.
    private static void watch(Duration time) {
        double before = usedMb();
        try (Patient patient = Patient.start(Demo.EXCEPTION_STORM, Jdk.find(25));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                var skills =
                        new TargetSkills(
                                connection, SkillCatalog.builtIn(), InstantSource.system())) {
            Instant until = Instant.now().plus(time);
            Eventually.within(
                    time.plusSeconds(10), "time has passed", () -> Instant.now().isAfter(until));
            List<Metric> metrics = List.copyOf(skills.history().metrics());
            Instant begin = Instant.now().minusSeconds(SECONDS);
            for (Metric metric : metrics) {
                for (int i = 0; i < SECONDS; i++) {
                    skills.history().record(metric, begin.plusSeconds(i), Reading.of(i * 1.5));
                }
            }
            double held = usedMb() - before;
            System.out.printf(
                    "held per target after %d s of events: %.2f MB with %d metrics over %d min;"
                            + " ratio to the limit of %.0f MB: %.2f%n",
                    time.toSeconds(),
                    held,
                    metrics.size(),
                    SECONDS / 60,
                    LIMIT_MB,
                    held / LIMIT_MB);
        }
    }
}
