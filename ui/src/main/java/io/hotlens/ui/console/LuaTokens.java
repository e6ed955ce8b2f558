package io.hotlens.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts Lua into tokens for colouring; text that is not Lua is cut as well as it goes.
public final class LuaTokens {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "and",
                    "break",
                    "do",
                    "else",
                    "elseif",
                    "end",
                    "false",
                    "for",
                    "function",
                    "if",
                    "in",
                    "local",
                    "nil",
                    "not",
                    "or",
                    "repeat",
                    "return",
                    "then",
                    "true",
                    "until",
                    "while");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>--\\[\\[(?s:.)*?(?:]]|\\z)|--[^\\n"
                        + "]*|^:[^\\n"
                        + "]*)|(?<string>\\[\\[(?s:.)*?(?:]]|\\z)|\"(?:\\\\.|[^\"\\\\\\n"
                        + "])*+\"?|'(?:\\\\.|[^'\\\\\\n"
                        + "])*+'?)"
                        + "|(?<number>\\b(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?))"
                        + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)");

    private LuaTokens() {}

    /// What a token is.
    public enum Kind {
        KEYWORD,
        CALLBACK,
        STRING,
        NUMBER,
        COMMENT
    }

    /// Characters `start` up to but not including `end`.
    public record Token(int start, int end, Kind kind) {}

    /// The tokens that are coloured, in order.
    ///
    /// @param callbacks names that are shown as callbacks
    public static List<Token> of(String code, Set<String> callbacks) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(code);
        while (matcher.find()) {
            if (matcher.group("comment") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.COMMENT));
            } else if (matcher.group("string") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.STRING));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.NUMBER));
            } else if (KEYWORDS.contains(matcher.group())) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.KEYWORD));
            } else if (callbacks.contains(matcher.group())) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.CALLBACK));
            }
        }
        return tokens;
    }
}
