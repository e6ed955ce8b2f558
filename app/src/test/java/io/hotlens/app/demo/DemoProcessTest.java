package io.hotlens.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Eventually;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

@Tag("patient")
class DemoProcessTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /// The folders in which the flight recorder of a JVM keeps what it records.
    private static List<Path> recordings(long pid) {
        try (Stream<Path> all = Files.list(TEMPORARY)) {
            return all.filter(one -> one.getFileName().toString().endsWith("_" + pid))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDemoTakesItsRecordingsWithIt() {
        DemoProcess demo = DemoProcess.start(Demo.IDLE);
        long pid = demo.pid();
        List<Path> before = recordings(pid);
        try (demo;
                Session _ = new SessionFactory().open(new JvmAddress.LocalProcess(pid))) {
            Eventually.within(
                    Duration.ofSeconds(30),
                    "the demo records",
                    () -> !recordings(pid).equals(before));
        }
        assertEquals(before, recordings(pid));
    }

    @Test
    void oneThatHangsIsKilled() {
        DemoProcess demo = DemoProcess.start(Demo.HUNG);
        ProcessHandle process = ProcessHandle.of(demo.pid()).orElseThrow();
        demo.close();
        Eventually.within(Duration.ofSeconds(5), "it is dead", () -> !process.isAlive());
    }
}
