package io.hotlens.skills.builtin.nativememory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metaspace by the type of class loader: what loaders took in chunks, and what of it holds class
/// data. Many small loaders waste most.
///
/// @param loaders most wasted first
record LoaderWaste(List<Type> loaders) {

    private static final Pattern ROW =
            Pattern.compile(
                    "0x[0-9a-f]+\\s+0x[0-9a-f]+\\s+0x[0-9a-f]+\\s+(\\d{1,12})\\s+(\\d{1,15})"
                            + "\\s+(\\d{1,15})\\s+(\\S.*)");

    /// All loaders of one class, in bytes.
    record Type(String type, int loaders, double classes, double allocated, double used) {

        double waste() {
            return Math.max(0, allocated - used);
        }

        Type and(Type other) {
            return new Type(
                    type,
                    loaders + other.loaders,
                    classes + other.classes,
                    allocated + other.allocated,
                    used + other.used);
        }
    }

    LoaderWaste {
        loaders = List.copyOf(loaders);
    }

    /// Reads `VM.classloader_stats`; hidden classes, which have rows of their own, are left out.
    static LoaderWaste parse(String text) {
        Map<String, Type> byType = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line.strip());
            if (row.matches()) {
                byType.merge(
                        row.group(4),
                        new Type(
                                row.group(4),
                                1,
                                Double.parseDouble(row.group(1)),
                                Double.parseDouble(row.group(2)),
                                Double.parseDouble(row.group(3))),
                        Type::and);
            }
        }
        var sorted = new ArrayList<>(byType.values());
        sorted.sort(Comparator.comparingDouble(Type::waste).reversed());
        return new LoaderWaste(sorted);
    }
}
