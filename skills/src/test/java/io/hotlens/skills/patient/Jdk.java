package io.hotlens.skills.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/// A JDK installed on this machine.
public record Jdk(Path home, int feature) {

    /// The releases that every skill must be right on.
    public static List<Jdk> supported() {
        return Stream.of(17, 25).map(Jdk::find).toList();
    }

    /// Finds a JDK beside the one that runs the tests, or where `JAVA_HOME` points.
    ///
    /// @throws IllegalStateException when none is installed
    public static Jdk find(int feature) {
        Path running = Path.of(System.getProperty("java.home"));
        Path named =
                Path.of(Objects.requireNonNullElse(System.getenv("JAVA_HOME"), running.toString()));
        return Stream.of(List.of(running), beside(running), List.of(named), beside(named))
                .flatMap(List::stream)
                .filter(home -> featureOf(home) == feature)
                .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                .findFirst()
                .map(home -> new Jdk(home, feature))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no JDK " + feature + " is installed beside " + running));
    }

    private static List<Path> beside(Path home) {
        try (Stream<Path> siblings = Files.list(home.toRealPath().getParent())) {
            return siblings.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int featureOf(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return -1;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]", 2)[0]);
    }

    public String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
