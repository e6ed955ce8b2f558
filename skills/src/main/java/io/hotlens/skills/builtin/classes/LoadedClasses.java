package io.hotlens.skills.builtin.classes;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Every loaded class with the loaders that have it.
///
/// @param loaders addresses of the loaders' data by class name; `null` stands for the boot loader
record LoadedClasses(Map<String, List<String>> loaders) {

    /// What the tree is drawn with.
    private static final String BRANCH = "| -";

    private static final String BOOT = "null";
    private static final String HEX_PREFIX = "0x";

    /// A class that several loaders have.
    record Duplicate(String name, List<String> loaders) {}

    LoadedClasses {
        loaders = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(loaders));
    }

    /// Reads `VM.class_hierarchy -i` or without `-i`, which draws a tree of rows such as
    /// `com.shop.Cart/0x00007f00f1580 (intf)`; hidden classes have one more part. Lines of another
    /// form are passed over.
    static LoadedClasses parse(String text) {
        var byName = new LinkedHashMap<String, Set<String>>();
        text.lines().forEach(line -> read(line, byName));
        var loaders = new LinkedHashMap<String, List<String>>();
        byName.forEach((name, all) -> loaders.put(name, List.copyOf(all)));
        return new LoadedClasses(loaders);
    }

    /// Hierarchies have tens of thousands of rows, so a row is taken apart by its slashes: a
    /// pattern takes several times as long.
    private static void read(String line, Map<String, Set<String>> byName) {
        int from = 0;
        while (from < line.length() && BRANCH.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int space = line.indexOf(' ', from);
        String row = line.substring(from, space < 0 ? line.length() : space);
        int slash = row.indexOf('/');
        if (slash < 1) {
            return;
        }
        int last = row.lastIndexOf('/');
        boolean named = last == slash || isAddress(row.substring(slash + 1, last));
        String loader = row.substring(last + 1);
        if (named && (loader.equals(BOOT) || isAddress(loader))) {
            byName.computeIfAbsent(row.substring(0, slash), _ -> new LinkedHashSet<>(2))
                    .add(loader);
        }
    }

    private static boolean isAddress(String text) {
        return text.length() > HEX_PREFIX.length()
                && text.startsWith(HEX_PREFIX)
                && text.chars().skip(HEX_PREFIX.length()).allMatch(HexFormat::isHexDigit);
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
