package io.hotlens.app.bench;

import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Ten operators for each of twenty targets at a time, all of whose steps a model chooses that
/// takes half a second for each. Nothing but the model should be waited for: prints the ratio of
/// the time of the longest run to that of its model. The provider runs in a JVM of its own: its
/// share of the processors is in the time, and told apart from ours.
@Tag("bench")
class ManyOperatorsBench {

    private static final int TARGETS = 20;
    private static final int OPERATORS = 10;
    private static final int ITERATIONS = 20;
    private static final Duration THINKING = Duration.ofMillis(500);
    private static final double LIMIT = 1.3;
    private static final List<String> SKILLS =
            IntStream.range(0, OPERATORS).mapToObj(i -> "work" + (char) ('a' + i)).toList();

    @TempDir Path folder;

    @Test
    void twoHundredAtATime() throws IOException, InterruptedException {
        try (var provider = ThinkingProvider.start(ITERATIONS)) {
            for (int warm = 0; warm < 2; warm++) {
                once("warm-up " + warm, Duration.ofMillis(100), provider);
            }
            once("200 operators of 20 targets", THINKING, provider);
        }
    }

    private void once(String what, Duration thinking, ThinkingProvider provider)
            throws IOException, InterruptedException {
        settings(provider.baseUrl(thinking));
        List<Skill> skills = SKILLS.stream().<Skill>map(Errand::skill).toList();
        var factory =
                new SessionFactory(
                        _ -> new FakeTarget(), new SkillCatalog(skills), new ConfigFolder(folder));
        var sessions = new ArrayList<Session>();
        try {
            for (int i = 0; i < TARGETS; i++) {
                sessions.add(factory.open(new JvmAddress.ThisJvm()));
            }
            measure(what, thinking, sessions, provider);
        } finally {
            sessions.forEach(Session::close);
        }
    }

    private static void measure(
            String what, Duration thinking, List<Session> sessions, ThinkingProvider provider)
            throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        int before = threads.getThreadCount();
        threads.resetPeakThreadCount();
        double cpu = cpuSeconds();
        double others = provider.cpuSeconds();
        long begin = System.nanoTime();
        List<Investigations.Handle> handles =
                sessions.stream()
                        .map(s -> s.investigations().start(InvestigationRequest.of("slow")))
                        .toList();
        var reports = new ArrayList<OperatorReport>();
        for (Investigations.Handle handle : handles) {
            Investigation done = handle.await();
            reports.addAll(done.operators());
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        double used = cpuSeconds() - cpu;
        double usedByProvider = provider.cpuSeconds() - others;
        complete(reports);
        double ideal = ITERATIONS * thinking.toMillis() / 1e3;
        Spread runs = Spread.of(reports.stream().map(r -> r.duration().toMillis() / 1e3).toList());
        System.out.printf(
                "%s: %.2f s, of which the model %.2f s; ratio %.2f (limit %.1f), median run %.2f;"
                        + " %d threads before, at most %d; %.1f s of CPU, %.2f ms an iteration,"
                        + " and %.1f s of the provider's%n",
                what,
                wall,
                ideal,
                wall / ideal,
                LIMIT,
                runs.median() / ideal,
                before,
                threads.getPeakThreadCount(),
                used,
                used * 1e3 / (TARGETS * OPERATORS * ITERATIONS),
                usedByProvider);
    }

    private static void complete(List<OperatorReport> reports) {
        long good =
                reports.stream()
                        .filter(r -> r.outcome().equals(new Outcome.Completed()))
                        .filter(r -> r.iterations() == ITERATIONS)
                        .count();
        if (good != TARGETS * OPERATORS) {
            throw new IllegalStateException(good + " complete runs; the first: " + reports);
        }
    }

    private static double cpuSeconds() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /// The provider plays the operators, the rules the coordinator.
    private void settings(URI baseUrl) throws IOException {
        Data client =
                Data.fields()
                        .put("provider", "openai")
                        .put("model", "m")
                        .put("base_url", baseUrl.toString())
                        .build();
        Data models =
                Data.fields()
                        .put("clients", Data.fields().put("mine", client).build())
                        .put("roles", Data.fields().put("operator", "mine").build())
                        .build();
        Data spending = Data.fields().build();
        Files.writeString(
                folder.resolve("settings.json"),
                Json.write(
                        Data.fields()
                                .put("models", models)
                                .put("spending", spending)
                                .put("egress", Data.fields().put("mode", "automatic").build())
                                .build()));
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, "{\"mine\": \"fake-key\"}");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    }
}
