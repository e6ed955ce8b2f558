package io.hotlens.app.llm.egress;

import java.util.function.UnaryOperator;

/// Changes the string literals of a Lua script and nothing else of it: `path-1` outside of a
/// literal is a subtraction.
final class LuaLiterals {

    private final String code;
    private final UnaryOperator<String> change;
    private final StringBuilder out;
    private int at;

    private LuaLiterals(String code, UnaryOperator<String> change) {
        this.code = code;
        this.change = change;
        this.out = new StringBuilder(code.length());
    }

    /// @param change of what stands between the quotes, escapes included; what it puts there is
    ///   escaped, so that no text can end the literal it stands in
    static String change(String code, UnaryOperator<String> change) {
        return new LuaLiterals(code, change).run();
    }

    private String run() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (code.startsWith("--", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (level(at) >= 0) {
                copyTo(endOfLong(at));
            } else {
                copyTo(at + 1);
            }
        }
        return out.toString();
    }

    private void comment() {
        int newLine = code.indexOf('\n', at);
        int line = newLine < 0 ? code.length() : newLine;
        copyTo(level(at + 2) >= 0 ? endOfLong(at + 2) : line);
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < code.length() && code.charAt(end) != quote) {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= code.length()) {
            copyTo(code.length());
            return;
        }
        copyTo(at + 1);
        out.append(change.apply(code.substring(at, end)));
        at = end;
        copyTo(end + 1);
    }

    /// How many equals signs a long bracket has that opens here; -1 when none does.
    private int level(int from) {
        int i = from + 1;
        while (i < code.length() && code.charAt(i) == '=') {
            i++;
        }
        boolean opens = from < code.length() && code.charAt(from) == '[';
        return opens && i < code.length() && code.charAt(i) == '[' ? i - from - 1 : -1;
    }

    private int endOfLong(int from) {
        String closing = "]" + "=".repeat(level(from)) + "]";
        int end = code.indexOf(closing, from + closing.length());
        return end < 0 ? code.length() : end + closing.length();
    }

    private void copyTo(int end) {
        out.append(code, at, Math.min(end, code.length()));
        at = end;
    }

    /// A text as it stands between quotes.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\'' || c == '\\' || c == 0x7f) {
                safe.append("\\%03d".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
