package io.hotlens.skills.patient;

import io.hotlens.skills.demo.Demo;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The patients as class files that the JDK of the target can run.
final class DemoClasses {

    /// Where the build puts the patients that it compiles once more, for Java 17.
    private static final String FOR_17 = "target/patients-17";

    private DemoClasses() {}

    /// The class path that holds this patient for this JDK; the demos need nothing but themselves.
    static String classPath(Class<?> main, Jdk jdk) {
        Path classes = jdk.feature() >= 25 ? compiledFor25(main) : compiledFor17();
        return main.getPackage().equals(Demo.class.getPackage())
                ? classes.toString()
                : classes + File.pathSeparator + libraries();
    }

    private static Path compiledFor25(Class<?> main) {
        try {
            return Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path compiledFor17() {
        return Stream.of(Path.of(FOR_17), Path.of("..", "skills", FOR_17))
                .filter(Files::isDirectory)
                .map(Path::toAbsolutePath)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the patients for Java 17 are not here: run `mvn"
                                                + " test-compile` once"));
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
}
