package io.hotlens.skills.patient;

import io.hotlens.skills.demo.Demo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// The demos as class files that an older JDK can run: their sources compiled once more, for Java
/// 17.
final class DemoClasses {

    private static final String FOLDER = "src/main/java/io/hotlens/skills/demo";

    private DemoClasses() {}

    /// The class path that holds the demos for this JDK.
    static Path runningOn(Jdk jdk) {
        return jdk.feature() >= 25 ? compiledByTheBuild() : Holder.FOR_17;
    }

    private static Path compiledByTheBuild() {
        try {
            return Path.of(Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final Path FOR_17 = compileFor17();
    }

    private static Path compileFor17() {
        Path sources =
                Stream.of(Path.of(FOLDER), Path.of("..", "skills", FOLDER))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the sources of the demos are not here"));
        try (Stream<Path> files = Files.list(sources)) {
            List<Path> demos =
                    files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
            Path output = Files.createTempDirectory("hotlens-demos");
            output.toFile().deleteOnExit();
            compile(demos, output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> files, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of("--release", "17", "-d", output.toString(), "-proc:none", "-nowarn");
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
                        "the demos do not compile for Java 17: " + messages);
            }
        }
    }
}
