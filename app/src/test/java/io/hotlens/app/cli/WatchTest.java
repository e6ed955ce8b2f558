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
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@Tag("patient")
@Timeout(90)
class WatchTest {

    @TempDir Path folder;

    private final PipedReader pipe = new PipedReader(64 << 10);
    private final BufferedReader told = new BufferedReader(pipe);
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    private Thread watch(String... target) throws IOException {
        var err = new PrintWriter(new PipedWriter(pipe), true);
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
                                                arguments,
                                                sessions,
                                                (_, _) -> 0,
                                                new PrintWriter(new StringWriter()),
                                                err)));
    }

    /// Reads on until a line holds `text`.
    private String awaitLine(String text) throws IOException {
        String line = told.readLine();
        while (!line.contains(text)) {
            line = told.readLine();
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
