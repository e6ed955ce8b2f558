package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules about the sources of all modules that a compiler does not know.
class SourceRulesTest {

    private static final Path ROOT = Path.of("..");
    private static final int MOST_LINES = 300;
    private static final Pattern HEX_COLOUR =
            Pattern.compile("#[0-9a-fA-F]{6}\\b|Color\\.(web|rgb)\\(");
    private static final Pattern INLINE_STYLE = Pattern.compile("\\.setStyle\\(");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(");
    private static final Pattern UNDONE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private static List<Path> sources(String part) {
        var found = new ArrayList<Path>();
        for (String module : List.of("skills", "app", "ui")) {
            try (Stream<Path> files =
                    Files.walk(ROOT.resolve(module).resolve("src").resolve(part))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> breaking(List<Path> files, Predicate<String> rule) {
        var found = new ArrayList<String>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (rule.test(lines.get(i))) {
                    found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    @Test
    void filesStayShort() {
        List<String> longOnes =
                Stream.of("main", "test")
                        .flatMap(part -> sources(part).stream())
                        .filter(file -> lines(file).size() > MOST_LINES)
                        .map(file -> file + " has " + lines(file).size() + " lines")
                        .toList();
        assertEquals(List.of(), longOnes);
    }

    @Test
    void everyPackageSaysWhatItReceivesAndHandsOn() {
        List<String> silent =
                sources("main").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(
                                folder ->
                                        !Files.exists(folder.resolve("package-info.java"))
                                                || lines(folder.resolve("package-info.java"))
                                                        .stream()
                                                        .noneMatch(line -> line.startsWith("///")))
                        .map(Path::toString)
                        .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void coloursAndStylesStandInTheThemeOnly() {
        List<Path> window =
                sources("main").stream()
                        .filter(file -> file.startsWith(ROOT.resolve("ui")))
                        .toList();
        assertEquals(List.of(), breaking(window, line -> HEX_COLOUR.matcher(line).find()));
        assertEquals(List.of(), breaking(window, line -> INLINE_STYLE.matcher(line).find()));
    }

    @Test
    void testsDoNotSleep() {
        List<Path> tests =
                sources("test").stream()
                        .filter(file -> !file.endsWith("SourceRulesTest.java"))
                        .toList();
        assertEquals(List.of(), breaking(tests, line -> SLEEP.matcher(line).find()));
    }

    @Test
    void nothingIsLeftUndone() {
        assertEquals(List.of(), breaking(sources("main"), line -> UNDONE.matcher(line).find()));
    }
}
