package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;

/// Single items of a Lua pattern: a byte, `.`, `%a`, `[set]`. Letters are those of ASCII.
final class LuaClass {

    private LuaClass() {}

    /// The index behind the item that begins at `p`.
    ///
    /// @throws LuaError when the pattern ends in the middle of it
    static int end(byte[] pattern, int p) {
        int next = p + 1;
        if (pattern[p] == '%') {
            if (next >= pattern.length) {
                throw new LuaError("malformed pattern (ends with '%')");
            }
            return next + 1;
        }
        if (pattern[p] != '[') {
            return next;
        }
        if (next < pattern.length && pattern[next] == '^') {
            next++;
        }
        do {
            if (next >= pattern.length) {
                throw new LuaError("malformed pattern (missing ']')");
            }
            int c = pattern[next++];
            if (c == '%' && next < pattern.length) {
                next++;
            }
        } while (next >= pattern.length || pattern[next] != ']');
        return next + 1;
    }

    /// Whether the item from `p` up to `end` takes the byte.
    static boolean matches(byte[] pattern, int p, int end, int c) {
        return switch (pattern[p]) {
            case '.' -> true;
            case '%' -> inClass(pattern[p + 1] & 0xff, c);
            case '[' -> inSet(pattern, p, end - 1, c);
            default -> (pattern[p] & 0xff) == c;
        };
    }

    /// Whether the set from `[` at `p` to `]` at `close` holds the byte.
    static boolean inSet(byte[] pattern, int p, int close, int c) {
        int i = p + 1;
        boolean wanted = true;
        if (pattern[i] == '^') {
            wanted = false;
            i++;
        }
        while (i < close) {
            int item = pattern[i] & 0xff;
            if (item == '%' && i + 1 < close) {
                if (inClass(pattern[i + 1] & 0xff, c)) {
                    return wanted;
                }
                i += 2;
            } else if (i + 2 < close && pattern[i + 1] == '-') {
                if (item <= c && c <= (pattern[i + 2] & 0xff)) {
                    return wanted;
                }
                i += 3;
            } else {
                if (item == c) {
                    return wanted;
                }
                i++;
            }
        }
        return !wanted;
    }

    private static boolean inClass(int letter, int c) {
        boolean in =
                switch (letter | 0x20) {
                    case 'a' -> isLetter(c);
                    case 'c' -> c < 32 || c == 127;
                    case 'd' -> isDigit(c);
                    case 'g' -> c > 32 && c < 127;
                    case 'l' -> c >= 'a' && c <= 'z';
                    case 'p' -> c > 32 && c < 127 && !isLetter(c) && !isDigit(c);
                    case 's' -> c == 32 || (c >= 9 && c <= 13);
                    case 'u' -> c >= 'A' && c <= 'Z';
                    case 'w' -> isLetter(c) || isDigit(c);
                    case 'x' -> isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
                    default -> letter == c;
                };
        boolean named = "acdglpsuwx".indexOf(letter | 0x20) >= 0 && isLetter(letter);
        if (!named) {
            return letter == c;
        }
        return in == (letter >= 'a');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
