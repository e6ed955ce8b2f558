package io.hotlens.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A [ThinkingServer] in a JVM of its own, so that what it costs is known apart from what the
/// engine costs. Both share the processors.
final class ThinkingProvider implements AutoCloseable {

    private final Process process;
    private final int port;

    private ThinkingProvider(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ThinkingProvider start(int iterations) throws IOException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ThinkingServer.class.getName(),
                                        Integer.toString(iterations)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = lines.readLine();
        if (port == null) {
            throw new IOException("the provider did not start");
        }
        return new ThinkingProvider(process, Integer.parseInt(port));
    }

    /// @param thinking how long each answer takes
    URI baseUrl(Duration thinking) {
        return URI.create("http://127.0.0.1:%d/%d/v1".formatted(port, thinking.toMillis()));
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
