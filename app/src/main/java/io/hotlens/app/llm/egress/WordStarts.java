package io.hotlens.app.llm.egress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How the words of some texts begin, as one number for each: whether a text may stand in them can
/// be told without reading them again.
///
/// @param hashes sorted, of [#LENGTH] chars each
@SuppressWarnings("ArrayRecordComponent")
record WordStarts(int[] hashes) {

    static final int LENGTH = 8;

    static WordStarts of(List<String> texts) {
        var all = IntStream.builder();
        for (String text : texts) {
            for (int i = 0; i + LENGTH <= text.length(); i++) {
                if (isStart(text, i)) {
                    all.add(hash(text, i));
                }
            }
        }
        return new WordStarts(all.build().sorted().distinct().toArray());
    }

    /// Whether a word begins at `i`, or what is no word.
    static boolean isStart(String text, int i) {
        return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
    }

    /// Of the [#LENGTH] chars from `i` on.
    static int hash(String text, int i) {
        int hash = 0;
        for (int k = i; k < i + LENGTH; k++) {
            hash = 31 * hash + text.charAt(k);
        }
        return hash;
    }

    /// False only when no word begins so.
    boolean may(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }
}
