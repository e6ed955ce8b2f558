package io.hotlens.skills.builtin.nativememory;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses that the Java heap is reserved at.
///
/// @param from the first address, unsigned
/// @param to the first address behind it
record HeapRange(long from, long to) {

    /// No address at all: collectors that map the heap as a file are told by its name.
    static final HeapRange NONE = new HeapRange(0, 0);

    private static final Pattern BRACKET = Pattern.compile("\\[(0x[0-9a-f]{1,16}[^\\])]*)[\\])]");
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{1,16})");
    private static final int HEX = 16;

    /// Reads `GC.heap_info`: from the lowest to the highest address in brackets.
    static HeapRange parse(String heapInfo) {
        long from = -1;
        long to = 0;
        Matcher bracket = BRACKET.matcher(heapInfo);
        while (bracket.find()) {
            Matcher address = ADDRESS.matcher(bracket.group(1));
            while (address.find()) {
                long one = Long.parseUnsignedLong(address.group(1), HEX);
                from = Long.compareUnsigned(one, from) < 0 ? one : from;
                to = Long.compareUnsigned(one, to) > 0 ? one : to;
            }
        }
        return to == 0 ? NONE : new HeapRange(from, to);
    }

    boolean holds(long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
    }

    /// The address at the beginning of a line of `smaps`; empty when it begins no mapping.
    static OptionalLong begin(String line) {
        int dash = line.indexOf('-');
        if (dash < 1 || dash > HEX || !line.chars().limit(dash).allMatch(HexFormat::isHexDigit)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseUnsignedLong(line.substring(0, dash), HEX));
    }
}
