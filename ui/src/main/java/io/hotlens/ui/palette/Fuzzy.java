package io.hotlens.ui.palette;

import java.util.Locale;

/// How well a name fits what was typed: all its letters must stand in the name in their order.
/// Letters at the beginning of a word count most, then those that follow each other.
final class Fuzzy {

    private static final int LETTER = 1;
    private static final int NEXT_TO_IT = 5;
    private static final int BEGINS_WORD = 8;
    private static final int BEGINS_NAME = 4;
    private static final int GAP_AT_MOST = 3;

    private Fuzzy() {}

    /// 0 when it does not fit; white space in what was typed is not looked for.
    static int score(String typed, String name) {
        String letters = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        if (letters.isEmpty() || lower.length() != name.length()) {
            return 0;
        }
        int best = 0;
        int from = lower.indexOf(letters.charAt(0));
        while (from >= 0) {
            best = Math.max(best, from(from, letters, name, lower));
            from = lower.indexOf(letters.charAt(0), from + 1);
        }
        return best;
    }

    /// The score when the first letter is the one at `start`. Of the places for a letter, the one
    /// right after the last is taken, else the next beginning of a word, else the next at all.
    private static int from(int start, String letters, String name, String lower) {
        int score = LETTER + (beginsWord(name, start) ? BEGINS_WORD : 0);
        score += start == 0 ? BEGINS_NAME : 0;
        int at = start;
        for (int i = 1; i < letters.length(); i++) {
            int next = place(letters.charAt(i), at + 1, name, lower);
            if (next < 0) {
                return 0;
            }
            if (next == at + 1) {
                score += NEXT_TO_IT;
            } else {
                score -= Math.min(GAP_AT_MOST, next - at - 1);
            }
            score += LETTER + (beginsWord(name, next) ? BEGINS_WORD : 0);
            at = next;
        }
        return Math.max(1, score);
    }

    private static int place(char letter, int from, String name, String lower) {
        int first = lower.indexOf(letter, from);
        if (first < 0 || first == from) {
            return first;
        }
        for (int i = first; i >= 0; i = lower.indexOf(letter, i + 1)) {
            if (beginsWord(name, i)) {
                return i;
            }
        }
        return first;
    }

    private static boolean beginsWord(String name, int at) {
        if (at == 0) {
            return true;
        }
        char before = name.charAt(at - 1);
        char here = name.charAt(at);
        return Character.isLetterOrDigit(here)
                && (!Character.isLetterOrDigit(before)
                        || (Character.isUpperCase(here) && Character.isLowerCase(before)));
    }
}
