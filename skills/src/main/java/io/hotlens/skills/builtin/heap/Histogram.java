package io.hotlens.skills.builtin.heap;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The objects of the heap counted by class, garbage included unless it was taken with a full
/// collection.
///
/// @param stopped for how long the target stood still at most
record Histogram(Instant at, Duration stopped, boolean live, Map<String, Row> rows) {

    /// One class; arrays are written as `byte[]`.
    record Row(long instances, long bytes) {}

    private static final Pattern LINE =
            Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?:\\s+\\(.*\\))?\\s*$");

    Histogram {
        rows = Map.copyOf(rows);
    }

    /// Reads what the command `GC.class_histogram` printed; classes of one name from several
    /// loaders are added.
    static Histogram parse(String text, Instant at, Duration stopped, boolean live) {
        var rows = new LinkedHashMap<String, Row>();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(
                        m ->
                                rows.merge(
                                        readable(m.group(3)),
                                        new Row(
                                                Long.parseLong(m.group(1)),
                                                Long.parseLong(m.group(2))),
                                        (a, b) ->
                                                new Row(
                                                        a.instances() + b.instances(),
                                                        a.bytes() + b.bytes())));
        return new Histogram(at, stopped, live, rows);
    }

    long instances() {
        return rows.values().stream().mapToLong(Row::instances).sum();
    }

    /// `[B` as `byte[]`, `[[Ljava.lang.String;` as `java.lang.String[][]`.
    static String readable(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name;
        }
        String element = name.substring(dimensions);
        String type =
                switch (element) {
                    case "B" -> "byte";
                    case "C" -> "char";
                    case "D" -> "double";
                    case "F" -> "float";
                    case "I" -> "int";
                    case "J" -> "long";
                    case "S" -> "short";
                    case "Z" -> "boolean";
                    default ->
                            element.startsWith("L") && element.endsWith(";")
                                    ? element.substring(1, element.length() - 1)
                                    : element;
                };
        return type + "[]".repeat(dimensions);
    }
}
