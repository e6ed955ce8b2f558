package io.hotlens.app.cli;

/// Text of a target made safe for a terminal: names and messages may hold escape sequences.
final class Printable {

    private Printable() {}

    /// Control characters but line breaks and tabs become `?`.
    static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
