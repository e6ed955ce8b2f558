package io.hotlens.skills.builtin.nativememory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What glibc's allocator says of itself, in bytes.
///
/// @param system taken from the operating system
/// @param free of that, kept free for later
/// @param mapped large allocations that have mappings of their own
record MallocInfo(int arenas, double system, double free, double mapped) {

    private static final Pattern ARENA = Pattern.compile("<heap nr=\"\\d+\">");
    private static final Pattern TOTAL =
            Pattern.compile(
                    "<total type=\"(fast|rest|mmap)\" count=\"\\d{1,18}\" size=\"(\\d{1,18})\"/>");
    private static final Pattern SYSTEM =
            Pattern.compile("<system type=\"current\" size=\"(\\d{1,18})\"/>");
    private static final String LAST_ARENA = "</heap>";

    /// Reads `System.native_heap_info`; empty when it is of another form, as with other allocators.
    static Optional<MallocInfo> parse(String xml) {
        int sums = xml.lastIndexOf(LAST_ARENA);
        if (sums < 0) {
            return Optional.empty();
        }
        String whole = xml.substring(sums);
        Matcher system = SYSTEM.matcher(whole);
        if (!system.find()) {
            return Optional.empty();
        }
        double free = 0;
        double mapped = 0;
        Matcher total = TOTAL.matcher(whole);
        while (total.find()) {
            double size = Double.parseDouble(total.group(2));
            if (total.group(1).equals("mmap")) {
                mapped += size;
            } else {
                free += size;
            }
        }
        return Optional.of(
                new MallocInfo(
                        (int) ARENA.matcher(xml).results().count(),
                        Double.parseDouble(system.group(1)),
                        free,
                        mapped));
    }
}
