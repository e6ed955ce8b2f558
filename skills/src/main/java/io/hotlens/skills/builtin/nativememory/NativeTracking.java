package io.hotlens.skills.builtin.nativememory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the JVM's own tracking says of its native memory.
///
/// @param categories most committed first
record NativeTracking(double reservedKb, double committedKb, List<Category> categories) {

    private static final Pattern TOTAL =
            Pattern.compile("(?m)^Total: reserved=(\\d{1,15})KB, committed=(\\d{1,15})KB");
    private static final Pattern CATEGORY =
            Pattern.compile(
                    "(?m)^-\\s*(\\S[^(]*?)\\s*\\(reserved=(\\d{1,15})KB, committed=(\\d{1,15})KB");

    /// One purpose, such as `Thread` or `Class`.
    record Category(String name, double reservedKb, double committedKb) {}

    NativeTracking {
        categories = List.copyOf(categories);
    }

    /// Reads `VM.native_memory summary`; empty when tracking is off or the form is another.
    static Optional<NativeTracking> parse(String text) {
        Matcher total = TOTAL.matcher(text);
        if (!total.find()) {
            return Optional.empty();
        }
        var categories = new ArrayList<Category>();
        Matcher category = CATEGORY.matcher(text);
        while (category.find()) {
            categories.add(
                    new Category(
                            category.group(1),
                            Double.parseDouble(category.group(2)),
                            Double.parseDouble(category.group(3))));
        }
        categories.sort(Comparator.comparingDouble(Category::committedKb).reversed());
        return Optional.of(
                new NativeTracking(
                        Double.parseDouble(total.group(1)),
                        Double.parseDouble(total.group(2)),
                        categories));
    }
}
