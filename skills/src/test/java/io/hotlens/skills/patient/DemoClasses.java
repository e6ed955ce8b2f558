package io.hotlens.skills.patient;

import io.hotlens.skills.demo.Demo;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// The patients as class files that an older JDK can run: their sources compiled once more, for
/// Java 17.
final class DemoClasses {

    private static final String DEMOS = "src/main/java/io/hotlens/skills/demo";
    private static final String TESTS = "src/test/java";
    private static final String OURS = "io/hotlens/skills/patient/server";

    /// One folder for each patient with libraries: not every module has all of them.
    private static final Map<Class<?>, Path> FOR_17 = new ConcurrentHashMap<>();

    private DemoClasses() {}

    /// The class path that holds this patient for this JDK; the demos need nothing but themselves.
    static String classPath(Class<?> main, Jdk jdk) {
        boolean demo = main.getPackage().equals(Demo.class.getPackage());
        if (jdk.feature() >= 25) {
            return withLibraries(compiledByTheBuild(main), demo);
        }
        return demo
                ? Holder.DEMOS_FOR_17.toString()
                : withLibraries(
                        FOR_17.computeIfAbsent(main, DemoClasses::compileServerFor17), false);
    }

    private static String withLibraries(Path classes, boolean demo) {
        return demo ? classes.toString() : classes + File.pathSeparator + libraries();
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
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Holder {
        static final Path DEMOS_FOR_17 = compileDemosFor17();
    }

    private static Path compileDemosFor17() {
        try (Stream<Path> files = Files.list(folder(DEMOS))) {
            return compileFor17(
                    files.filter(file -> !file.endsWith("package-info.java")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The main class, and what it needs of its package.
    private static Path compileServerFor17(Class<?> main) {
        try {
            return compileFor17(
                    List.of(folder(TESTS).resolve(main.getName().replace('.', '/') + ".java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        return Stream.of(Path.of(name), Path.of("..", "skills", name))
                .filter(path -> Files.isDirectory(path.resolve(OURS)) || path.endsWith(DEMOS))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the sources of the patients are not here"));
    }

    private static Path compileFor17(List<Path> files) throws IOException {
        Path output = Files.createTempDirectory("hotlens-demos");
        output.toFile().deleteOnExit();
        compile(files, output);
        return output;
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
                            "-sourcepath",
                            folder(TESTS).toString(),
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
