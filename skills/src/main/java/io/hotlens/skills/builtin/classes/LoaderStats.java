package io.hotlens.skills.builtin.classes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All class loaders at one moment.
///
/// @param collections how many collections that can unload classes there had been until then
record LoaderStats(Instant at, List<Loader> loaders, double collections) {

    private static final Pattern ROW =
            Pattern.compile(
                    "0x[0-9a-f]+\\s+0x[0-9a-f]+\\s+(0x[0-9a-f]+)\\s+(\\d{1,12})\\s+(\\d{1,15})"
                            + "\\s+\\d{1,15}\\s+(\\S.*)");

    /// One loader.
    ///
    /// @param address of its data in the JVM, which `VM.class_hierarchy` names it by
    /// @param bytes of metaspace that it took
    record Loader(String address, String type, double classes, double bytes) {}

    /// All loaders of one class.
    record Type(String name, int loaders, double classes, double bytes) {

        double classesPerLoader() {
            return classes / loaders;
        }

        Type and(Type other) {
            return new Type(
                    name, loaders + other.loaders, classes + other.classes, bytes + other.bytes);
        }
    }

    LoaderStats {
        loaders = List.copyOf(loaders);
    }

    /// Reads `VM.classloader_stats`; rows of hidden classes are left out, for they have the loader
    /// of the row above.
    static LoaderStats parse(Instant at, String text, double collections) {
        var loaders = new ArrayList<Loader>();
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line.strip());
            if (row.matches()) {
                loaders.add(
                        new Loader(
                                row.group(1),
                                row.group(4),
                                Double.parseDouble(row.group(2)),
                                Double.parseDouble(row.group(3))));
            }
        }
        return new LoaderStats(at, loaders, collections);
    }

    /// Loaders put together by their class.
    Map<String, Type> types() {
        var types = new LinkedHashMap<String, Type>();
        for (Loader one : loaders) {
            types.merge(one.type(), new Type(one.type(), 1, one.classes(), one.bytes()), Type::and);
        }
        return types;
    }

    /// The class of each loader by its address.
    Map<String, String> typesByAddress() {
        var types = new HashMap<String, String>();
        loaders.forEach(one -> types.put(one.address(), one.type()));
        return types;
    }
}
