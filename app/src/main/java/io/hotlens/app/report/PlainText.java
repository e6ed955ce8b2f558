package io.hotlens.app.report;

/// Tells letters from what only acts on a reader's screen.
final class PlainText {

    private PlainText() {}

    /// False for control characters but line breaks and tabs, for what turns the direction of
    /// writing, and for halves of pairs.
    static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /// On one line, without what only acts.
    static String line(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : visible(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
