package io.hotlens.app.demo;

import io.hotlens.skills.demo.Demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A sick JVM of ours. It ends when it is closed, and by itself when this process ends, because its
/// standard input closes then.
public final class DemoProcess implements AutoCloseable {

    private static final String READY = "ready";
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final Process process;

    private DemoProcess(Process process) {
        this.process = process;
    }

    /// Starts the demo on our own Java runtime and returns when its illness has begun.
    ///
    /// @throws UncheckedIOException when it cannot be started, with what it printed
    public static DemoProcess start(Demo demo) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(demo.options());
        command.addAll(List.of("-cp", classPath(), demo.main().getName()));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            awaitReady(process, demo);
            return new DemoProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        try {
            return Path.of(Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the demos have no place on disk", e);
        }
    }

    private static void awaitReady(Process process, Demo demo) throws IOException {
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var printed = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.equals(READY)) {
                Thread.ofVirtual()
                        .name("demo-output-" + process.pid())
                        .start(() -> reader.lines().forEach(_ -> {}));
                return;
            }
            printed.append(line).append(System.lineSeparator());
        }
        throw new IOException("the demo '%s' ended at once: %s".formatted(demo.title(), printed));
    }

    public long pid() {
        return process.pid();
    }

    /// Lets the demo end by itself, so that it takes its temporary files and recordings with it;
    /// one that has not ended after two seconds is killed.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException _) {
            // its end of the pipe is gone, and so is the demo
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
