package io.hotlens.skills.data;

/// Looks for a word in a text without a pattern.
public final class Letters {

    private static final int LOWER_CASE = 0x20;

    private Letters() {}

    /// Whether the text holds one of these words, in whatever case.
    ///
    /// @param words in lower case, of ASCII letters at their beginning
    public static boolean haveAny(String text, String... words) {
        for (String word : words) {
            if (have(text, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean have(String text, String word) {
        char first = word.charAt(0);
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if ((text.charAt(i) | LOWER_CASE) == first
                    && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
