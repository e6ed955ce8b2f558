package io.hotlens.skills.builtin.nativememory;

import java.util.OptionalLong;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Memory of the process that is resident, summed by what it is mapped for, in kB.
///
/// @param heapKb the Java heap
/// @param mallocKb `[heap]` and the anonymous mappings that the allocator makes arenas of
/// @param otherAnonymousKb other anonymous mappings: code cache, metaspace, stacks, large
///   allocations
/// @param filesKb mapped files: libraries, jars, mapped buffers, shared archives
/// @param arenas anonymous mappings at a multiple of 64 MB, which is where glibc puts its arenas
record Mappings(
        double heapKb, double mallocKb, double otherAnonymousKb, double filesKb, int arenas) {

    private static final String RESIDENT = "Rss:";
    private static final Pattern KILOBYTES = Pattern.compile("Rss:\\s+(\\d{1,15}) kB");
    private static final long ARENA = 64L << 20;
    private static final int NAME = 5;

    /// Where a mapping belongs.
    private enum Kind {
        HEAP,
        MALLOC,
        ANONYMOUS,
        FILE
    }

    double outsideHeapKb() {
        return mallocKb + otherAnonymousKb;
    }

    double totalKb() {
        return heapKb + outsideHeapKb() + filesKb;
    }

    /// Reads `/proc/PID/smaps`; lines of another form are passed over.
    static Mappings parse(String smaps, HeapRange heap) {
        double[] sums = new double[Kind.values().length];
        int arenas = 0;
        Kind kind = Kind.ANONYMOUS;
        for (String line : smaps.lines().toList()) {
            OptionalLong begin = HeapRange.begin(line);
            if (begin.isPresent()) {
                kind = kind(line, begin.getAsLong(), heap);
                arenas += isArena(line, begin.getAsLong()) && kind == Kind.MALLOC ? 1 : 0;
                continue;
            }
            if (line.startsWith(RESIDENT)) {
                sums[index(kind)] += kilobytes(line);
            }
        }
        return new Mappings(sums[0], sums[1], sums[2], sums[3], arenas);
    }

    private static double kilobytes(String line) {
        Matcher resident = KILOBYTES.matcher(line);
        return resident.matches() ? Double.parseDouble(resident.group(1)) : 0;
    }

    private static int index(Kind kind) {
        return switch (kind) {
            case HEAP -> 0;
            case MALLOC -> 1;
            case ANONYMOUS -> 2;
            case FILE -> 3;
        };
    }

    private static Kind kind(String line, long begin, HeapRange heap) {
        String name = name(line);
        if (heap.holds(begin) || name.contains("java_heap")) {
            return Kind.HEAP;
        }
        if (name.equals("[heap]") || isArena(line, begin)) {
            return Kind.MALLOC;
        }
        return name.startsWith("/") ? Kind.FILE : Kind.ANONYMOUS;
    }

    private static boolean isArena(String line, long begin) {
        return begin % ARENA == 0 && name(line).isEmpty();
    }

    private static String name(String line) {
        var words = new StringTokenizer(line);
        for (int i = 0; i < NAME && words.hasMoreTokens(); i++) {
            words.nextToken();
        }
        return words.hasMoreTokens() ? words.nextToken("").strip() : "";
    }
}
