package io.hotlens.skills.patient;

import io.hotlens.skills.demo.Demo;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// The patients as class files that an older JDK can run: their sources compiled once more, for
/// Java 17.
final class DemoClasses {

    private static final List<String> FOLDERS =
            List.of(
                    "src/main/java/io/hotlens/skills/demo",
                    "src/test/java/io/hotlens/skills/patient/server");

    /// Belong to the tests, not to the patients.
    private static final Set<String> OURS =
            Set.of("package-info.java", "ServerPatient.java", "Postgres.java");

    private DemoClasses() {}

    /// The class path that holds this patient for this JDK; the demos need nothing but themselves.
    static String classPath(Class<?> main, Jdk jdk) {
        String own =
                jdk.feature() >= 25
                        ? compiledByTheBuild(main).toString()
                        : Holder.FOR_17.toString();
        return main.getPackage().equals(Demo.class.getPackage())
                ? own
                : own + File.pathSeparator + libraries();
    }

    private static Path compiledByTheBuild(Class<?> main) {
        try {
            return Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The libraries of the test run, without what is ours.
    private static String libraries() {
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("hotlens"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Holder {
        static final Path FOR_17 = compileFor17();
    }

    private static Path compileFor17() {
        try {
            var sources = new ArrayList<Path>();
            for (String folder : FOLDERS) {
                sources.addAll(sources(folder));
            }
            Path output = Files.createTempDirectory("hotlens-demos");
            output.toFile().deleteOnExit();
            compile(sources, output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(String folder) throws IOException {
        Path found =
                Stream.of(Path.of(folder), Path.of("..", "skills", folder))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the sources of the patients are not here"));
        try (Stream<Path> files = Files.list(found)) {
            return files.filter(file -> !OURS.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static void compile(List<Path> files, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of(
                            "--release",
                            "17",
                            "-d",
                            output.toString(),
                            "-cp",
                            libraries(),
                            "-proc:none",
                            "-nowarn");
            boolean compiled =
                    compiler.getTask(
                                    messages,
                                    manager,
                                    null,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            if (!compiled) {
                throw new IllegalStateException(
                        "the patients do not compile for Java 17: " + messages);
            }
        }
    }
}
