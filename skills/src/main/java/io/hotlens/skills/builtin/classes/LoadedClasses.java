package io.hotlens.skills.builtin.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every loaded class with the loaders that have it.
///
/// @param loaders addresses of the loaders' data by class name; `null` stands for the boot loader
record LoadedClasses(Map<String, List<String>> loaders) {

    /// `| |--com.shop.Cart/0x00007f00f1580 (intf)`; hidden classes have one more part.
    private static final Pattern ROW =
            Pattern.compile("[| -]*([^/\\s|][^/\\s]*)(?:/0x[0-9a-f]+)?/(null|0x[0-9a-f]+)( .*)?");

    /// A class that several loaders have.
    record Duplicate(String name, List<String> loaders) {}

    LoadedClasses {
        loaders = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(loaders));
    }

    /// Reads `VM.class_hierarchy -i` or without `-i`; lines of another form are passed over.
    static LoadedClasses parse(String text) {
        var byName = new LinkedHashMap<String, List<String>>();
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> all = byName.computeIfAbsent(row.group(1), _ -> new ArrayList<>());
                if (!all.contains(row.group(2))) {
                    all.add(row.group(2));
                }
            }
        }
        return new LoadedClasses(byName);
    }

    /// Classes that at least `least` loaders have, most first.
    List<Duplicate> duplicates(int least) {
        return loaders.entrySet().stream()
                .filter(one -> one.getValue().size() >= least)
                .map(one -> new Duplicate(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparingInt((Duplicate one) -> one.loaders().size())
                                .reversed()
                                .thenComparing(Duplicate::name))
                .toList();
    }

    /// Classes whose name holds `part`, whatever its case, by name.
    List<Duplicate> named(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return loaders.entrySet().stream()
                .filter(one -> one.getKey().toLowerCase(Locale.ROOT).contains(wanted))
                .map(one -> new Duplicate(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Duplicate::name))
                .toList();
    }
}
