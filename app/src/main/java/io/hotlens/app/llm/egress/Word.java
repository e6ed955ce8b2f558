package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;

/// A run of letters, digits and `_.$-` in a text that begins with none of `.$-`, and the port
/// behind it: what `[A-Za-z0-9_][A-Za-z0-9_.$-]*(:[0-9]{1,5})?` finds.
///
/// @param end before the colon of the port
/// @param next behind the port, where the next word may begin
record Word(int start, int end, int next) {

    private static final int LONGEST_PORT = 5;

    static List<Word> in(String text) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < text.length()) {
            if (begins(text.charAt(at))) {
                Word word = at(text, at);
                words.add(word);
                at = word.next();
            } else {
                at++;
            }
        }
        return words;
    }

    private static Word at(String text, int start) {
        int end = start + 1;
        while (end < text.length() && goesOn(text.charAt(end))) {
            end++;
        }
        int digits = 0;
        if (end < text.length() && text.charAt(end) == ':') {
            while (end + 1 + digits < text.length() && isDigit(text.charAt(end + 1 + digits))) {
                digits++;
            }
        }
        boolean port = digits > 0 && digits <= LONGEST_PORT;
        return new Word(start, end, port ? end + 1 + digits : end);
    }

    boolean hasPort() {
        return next > end;
    }

    private static boolean begins(char c) {
        return isLetterOrDigit(c) || c == '_';
    }

    private static boolean goesOn(char c) {
        return begins(c) || c == '.' || c == '$' || c == '-';
    }

    static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
