package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Agent;
import io.hotlens.skills.target.Connector;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@Tag("patient")
@Timeout(90)
class WatchTest {

    @TempDir Path folder;

    private final PipedReader pipe = new PipedReader(64 << 10);
    private final BufferedReader lines = new BufferedReader(pipe);
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    private Thread watch(String... target) throws IOException {
        var told = new PrintWriter(new PipedWriter(pipe), true);
        var sessions =
                new SessionFactory(
                        Connector::open, SkillCatalog.builtIn(), new ConfigFolder(folder));
        List<String> arguments = new java.util.ArrayList<>(List.of("watch"));
        arguments.addAll(List.of(target));
        return Thread.ofPlatform()
                .daemon()
                .start(
                        () ->
                                status.complete(
                                        HotlensCommand.run(
                                                arguments, sessions, (_, _) -> 0, told, told)));
    }

    /// Reads on until a line holds `text`.
    private String awaitLine(String text) throws IOException {
        String line = lines.readLine();
        while (!line.contains(text)) {
            line = lines.readLine();
        }
        return line;
    }

    @Test
    void endsWithTheProcessAndWithItsReason() throws Exception {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            watch("--pid", Long.toString(patient.pid()));
            awaitLine("watches IdleDemo");
        }
        assertTrue(awaitLine("ended").contains("process"));
        assertEquals(0, status.get());
    }

    @Test
    void aRuleThatBreaksIsPrintedAndOneThatWatchesNothingIsTold() throws Exception {
        Files.writeString(
                new ConfigFolder(folder).settings(),
                """
                {"monitor": {"collection_interval_ms": 500, "auto_trigger": false,
                 "alerts": ["live_thread > 3", "live_threads > 25 for 1 s"]}}\
                """);
        try (Patient patient = Patient.start(Demo.THREAD_LEAK, Jdk.find(25))) {
            watch("--pid", Long.toString(patient.pid()));
            assertTrue(
                    awaitLine("watches nothing")
                            .endsWith(
                                    "the rule 'live_thread > 3' watches nothing: this target has no"
                                            + " metric 'live_thread'; did you mean"
                                            + " jvm.live_threads?"));
            String alert = awaitLine("alert");
            assertTrue(
                    alert.matches(
                            "WARNING: alert \\(jvm\\): jvm.live_threads is [0-9.]+: the rule"
                                    + " 'live_threads > 25 for 1 s' holds"),
                    alert);
        }
        awaitLine("ended");
        assertEquals(1, status.get());
    }

    @Test
    void aRemoteTargetIsWaitedForAndWatchedAgain() throws Exception {
        Agent agent = Agent.open();
        String url = "127.0.0.1:" + agent.port();
        Thread watching;
        try (Patient _ = Patient.start(Demo.IDLE, Jdk.find(17), agent.jvmOptions())) {
            watching = watch("--url", url);
            awaitLine("watches ");
        }
        awaitLine("the target does not answer");
        try (Patient _ = Patient.start(Demo.IDLE, Jdk.find(17), agent.jvmOptions())) {
            awaitLine("it is another JVM now");
            awaitLine("watches ");
            watching.interrupt();
            watching.join();
        }
    }
}
