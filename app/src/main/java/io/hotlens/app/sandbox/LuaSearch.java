package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.nio.charset.StandardCharsets;

/// `find`, `match`, `gmatch` and `gsub` over [LuaPattern].
final class LuaSearch {

    private static final String SPECIALS = "^$*+?.([%-";

    private LuaSearch() {}

    static byte[] bytes(LuaString text) {
        byte[] copy = new byte[text.m_length];
        System.arraycopy(text.m_bytes, text.m_offset, copy, 0, text.m_length);
        return copy;
    }

    static Varargs find(Varargs arguments) {
        return search(arguments, true);
    }

    static Varargs match(Varargs arguments) {
        return search(arguments, false);
    }

    private static Varargs search(Varargs arguments, boolean find) {
        byte[] subject = bytes(arguments.checkstring(1));
        byte[] pattern = bytes(arguments.checkstring(2));
        int from = start(arguments.optint(3, 1), subject.length);
        if (from > subject.length) {
            return LuaValue.NIL;
        }
        if (find && (arguments.arg(4).toboolean() || isPlain(pattern))) {
            int at = indexOf(subject, pattern, from);
            return at < 0
                    ? LuaValue.NIL
                    : LuaValue.varargsOf(
                            LuaValue.valueOf(at + 1), LuaValue.valueOf(at + pattern.length));
        }
        var matcher = new LuaPattern(subject, pattern, LuaBudget.current());
        boolean anchored = pattern.length > 0 && pattern[0] == '^';
        int last = anchored ? from : subject.length;
        for (int s = from; s <= last; s++) {
            int end = matcher.matchAt(s, anchored ? 1 : 0);
            if (end != LuaPattern.NO_MATCH) {
                Varargs captured = captures(matcher, subject, s, end, !find);
                return find
                        ? LuaValue.varargsOf(
                                LuaValue.valueOf(s + 1), LuaValue.valueOf(end), captured)
                        : captured;
            }
        }
        return LuaValue.NIL;
    }

    private static int start(int init, int length) {
        return init > 0 ? init - 1 : init == 0 ? 0 : Math.max(0, length + init);
    }

    private static boolean isPlain(byte[] pattern) {
        for (byte b : pattern) {
            if (SPECIALS.indexOf(b) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] subject, byte[] part, int from) {
        String in = new String(subject, StandardCharsets.ISO_8859_1);
        return in.indexOf(new String(part, StandardCharsets.ISO_8859_1), from);
    }

    static Varargs gmatch(Varargs arguments) {
        byte[] subject = bytes(arguments.checkstring(1));
        byte[] pattern = bytes(arguments.checkstring(2));
        int[] position = {0};
        return LuaFunctions.of(
                _ -> {
                    var matcher = new LuaPattern(subject, pattern, LuaBudget.current());
                    while (position[0] <= subject.length) {
                        int s = position[0];
                        int end = matcher.matchAt(s, 0);
                        if (end != LuaPattern.NO_MATCH) {
                            position[0] = end == s ? end + 1 : end;
                            return captures(matcher, subject, s, end, true);
                        }
                        position[0]++;
                    }
                    return LuaValue.NIL;
                });
    }

    static Varargs gsub(Varargs arguments) {
        byte[] subject = bytes(arguments.checkstring(1));
        byte[] pattern = bytes(arguments.checkstring(2));
        LuaValue with = arguments.arg(3);
        int type = with.type();
        if (type != LuaValue.TSTRING
                && type != LuaValue.TNUMBER
                && type != LuaValue.TTABLE
                && type != LuaValue.TFUNCTION) {
            throw new LuaError("bad argument #3 to 'gsub' (string, function or table expected)");
        }
        int most = arguments.optint(4, subject.length + 1);
        boolean anchored = pattern.length > 0 && pattern[0] == '^';
        LuaBudget budget = LuaBudget.current();
        var matcher = new LuaPattern(subject, pattern, budget);
        var out = new LuaOutput(budget);
        int s = 0;
        int count = 0;
        while (count < most) {
            int end = matcher.matchAt(s, anchored ? 1 : 0);
            if (end != LuaPattern.NO_MATCH) {
                count++;
                out.append(replacement(matcher, subject, s, end, with));
            }
            if (end != LuaPattern.NO_MATCH && end > s) {
                s = end;
            } else if (s < subject.length) {
                out.append(subject[s++]);
            } else {
                break;
            }
            if (anchored) {
                break;
            }
        }
        while (s < subject.length) {
            out.append(subject[s++]);
        }
        return LuaValue.varargsOf(out.toLua(), LuaValue.valueOf(count));
    }

    private static LuaString replacement(
            LuaPattern matcher, byte[] subject, int s, int end, LuaValue with) {
        LuaValue value =
                switch (with.type()) {
                    case LuaValue.TTABLE -> with.get(first(matcher, subject, s, end));
                    case LuaValue.TFUNCTION ->
                            with.invoke(captures(matcher, subject, s, end, true)).arg1();
                    default -> expand(matcher, subject, s, end, bytes(with.checkstring()));
                };
        if (!value.toboolean()) {
            return LuaString.valueOf(subject, s, end - s);
        }
        if (!value.isstring()) {
            throw new LuaError("invalid replacement value (a " + value.typename() + ")");
        }
        return value.checkstring();
    }

    private static LuaValue expand(
            LuaPattern matcher, byte[] subject, int s, int end, byte[] template) {
        var out = new LuaOutput(LuaBudget.current());
        int i = 0;
        while (i < template.length) {
            byte one = template[i++];
            if (one != '%') {
                out.append(one);
                continue;
            }
            int c = i < template.length ? template[i++] : 0;
            if (c == '0') {
                out.append(LuaString.valueOf(subject, s, end - s));
            } else if (c >= '1' && c <= '9') {
                out.append(capture(matcher, subject, s, end, c - '1').checkstring());
            } else if (c == '%') {
                out.append((byte) '%');
            } else {
                throw new LuaError("invalid use of '%' in replacement string");
            }
        }
        return out.toLua();
    }

    private static LuaValue first(LuaPattern matcher, byte[] subject, int s, int end) {
        return capture(matcher, subject, s, end, 0);
    }

    /// All captures; the whole match when there is none and it is wanted.
    private static Varargs captures(
            LuaPattern matcher, byte[] subject, int s, int end, boolean whole) {
        int count = matcher.captures() == 0 && whole ? 1 : matcher.captures();
        var values = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            values[i] = capture(matcher, subject, s, end, i);
        }
        return LuaValue.varargsOf(values);
    }

    private static LuaValue capture(LuaPattern matcher, byte[] subject, int s, int end, int index) {
        if (index >= matcher.captures()) {
            if (index != 0) {
                throw new LuaError("invalid capture index");
            }
            return LuaString.valueOf(subject, s, end - s);
        }
        if (matcher.isPosition(index)) {
            return LuaValue.valueOf(matcher.start(index) + 1);
        }
        int start = matcher.start(index);
        return LuaString.valueOf(subject, start, matcher.end(index) - start);
    }
}
