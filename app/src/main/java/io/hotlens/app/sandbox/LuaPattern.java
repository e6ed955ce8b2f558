package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;

/// One match of a Lua pattern against a subject, with every step paid for, so that a pattern that
/// backtracks without end is stopped.
final class LuaPattern {

    static final int NO_MATCH = -1;

    private static final int MAX_CAPTURES = 32;
    private static final int MAX_DEPTH = 200;
    private static final int OPEN = -1;
    private static final int POSITION = -2;

    private final byte[] subject;
    private final byte[] pattern;
    private final LuaBudget budget;
    private final int[] starts = new int[MAX_CAPTURES];
    private final int[] lengths = new int[MAX_CAPTURES];
    private int captures;
    private int depth;

    LuaPattern(byte[] subject, byte[] pattern, LuaBudget budget) {
        this.subject = subject;
        this.pattern = pattern;
        this.budget = budget;
    }

    /// Matches the pattern from its index `from` at `at`, forgetting earlier captures.
    ///
    /// @return the index behind the match, or [#NO_MATCH]
    int matchAt(int at, int from) {
        captures = 0;
        depth = 0;
        return match(at, from);
    }

    int captures() {
        return captures;
    }

    int start(int capture) {
        return starts[capture];
    }

    /// Whether the capture is a position, `()`.
    boolean isPosition(int capture) {
        return lengths[capture] == POSITION;
    }

    /// @throws LuaError when the capture was not closed
    int end(int capture) {
        if (lengths[capture] == OPEN) {
            throw new LuaError("unfinished capture");
        }
        return starts[capture] + Math.max(0, lengths[capture]);
    }

    private int match(int from, int item) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new LuaError("pattern too complex");
        }
        try {
            return matchItems(from, item);
        } finally {
            depth--;
        }
    }

    /// Takes the items one after the other; those that can match in several ways end the loop by
    /// matching all that follows them too.
    private int matchItems(int from, int item) {
        int s = from;
        int p = item;
        while (p < pattern.length) {
            budget.patternStep();
            int next = p + 1 < pattern.length ? pattern[p + 1] : 0;
            if (pattern[p] == '(') {
                return next == ')' ? open(s, p + 2, POSITION) : open(s, p + 1, OPEN);
            }
            if (pattern[p] == ')') {
                return close(s, p + 1);
            }
            if (pattern[p] == '$' && p + 1 == pattern.length) {
                return s == subject.length ? s : NO_MATCH;
            }
            boolean special = pattern[p] == '%' && (next == 'b' || next == 'f' || isDigit(next));
            int end = special ? specialEnd(p, next) : itemEnd(p);
            if (!special && end < pattern.length && "?*+-".indexOf(pattern[end]) >= 0) {
                return repeated(s, p, end);
            }
            s = special ? special(s, p, next) : one(s, p, end) ? s + 1 : NO_MATCH;
            if (s == NO_MATCH) {
                return NO_MATCH;
            }
            p = end;
        }
        return s;
    }

    private int specialEnd(int p, int kind) {
        if (kind == 'f') {
            return p + 2 < pattern.length ? itemEnd(p + 2) : pattern.length;
        }
        return p + (kind == 'b' ? 4 : 2);
    }

    /// An item with `?`, `*`, `+` or `-` behind it, and all that follows.
    private int repeated(int s, int p, int end) {
        return switch (pattern[end]) {
            case '?' -> {
                int with = one(s, p, end) ? match(s + 1, end + 1) : NO_MATCH;
                yield with == NO_MATCH ? match(s, end + 1) : with;
            }
            case '*' -> most(s, p, end);
            case '+' -> one(s, p, end) ? most(s + 1, p, end) : NO_MATCH;
            default -> fewest(s, p, end);
        };
    }

    private int open(int s, int p, int what) {
        if (captures == MAX_CAPTURES) {
            throw new LuaError("too many captures");
        }
        starts[captures] = s;
        lengths[captures] = what;
        captures++;
        int end = match(s, p);
        if (end == NO_MATCH) {
            captures--;
        }
        return end;
    }

    private int close(int s, int p) {
        int open = captures - 1;
        while (open >= 0 && lengths[open] != OPEN) {
            open--;
        }
        if (open < 0) {
            throw new LuaError("invalid pattern capture");
        }
        lengths[open] = s - starts[open];
        int end = match(s, p);
        if (end == NO_MATCH) {
            lengths[open] = OPEN;
        }
        return end;
    }

    /// `%bxy`, `%f[set]` and `%1`: the index behind what they match.
    private int special(int s, int p, int kind) {
        return switch (kind) {
            case 'b' -> balanced(s, p + 2);
            case 'f' -> frontier(s, p + 2) ? s : NO_MATCH;
            default -> same(s, kind - '1');
        };
    }

    private int balanced(int s, int p) {
        if (p + 1 >= pattern.length) {
            throw new LuaError("malformed pattern (missing arguments to balance)");
        }
        if (s >= subject.length || subject[s] != pattern[p]) {
            return NO_MATCH;
        }
        int level = 1;
        for (int i = s + 1; i < subject.length; i++) {
            budget.patternStep();
            if (subject[i] == pattern[p + 1]) {
                level--;
                if (level == 0) {
                    return i + 1;
                }
            } else if (subject[i] == pattern[p]) {
                level++;
            }
        }
        return NO_MATCH;
    }

    private boolean frontier(int s, int p) {
        if (p >= pattern.length || pattern[p] != '[') {
            throw new LuaError("malformed pattern (a frontier needs a set)");
        }
        int end = itemEnd(p);
        int before = s == 0 ? 0 : subject[s - 1] & 0xff;
        int here = s < subject.length ? subject[s] & 0xff : 0;
        return !LuaClass.inSet(pattern, p, end - 1, before)
                && LuaClass.inSet(pattern, p, end - 1, here);
    }

    private int same(int s, int capture) {
        if (capture < 0 || capture >= captures || lengths[capture] == OPEN) {
            throw new LuaError("invalid capture index");
        }
        int length = Math.max(0, lengths[capture]);
        if (subject.length - s < length) {
            return NO_MATCH;
        }
        for (int i = 0; i < length; i++) {
            budget.patternStep();
            if (subject[starts[capture] + i] != subject[s + i]) {
                return NO_MATCH;
            }
        }
        return s + length;
    }

    private int most(int s, int p, int end) {
        int count = 0;
        while (one(s + count, p, end)) {
            count++;
        }
        for (int i = count; i >= 0; i--) {
            int rest = match(s + i, end + 1);
            if (rest != NO_MATCH) {
                return rest;
            }
        }
        return NO_MATCH;
    }

    private int fewest(int from, int p, int end) {
        int s = from;
        while (true) {
            int rest = match(s, end + 1);
            if (rest != NO_MATCH) {
                return rest;
            }
            if (!one(s, p, end)) {
                return NO_MATCH;
            }
            s++;
        }
    }

    private boolean one(int s, int p, int end) {
        budget.patternStep();
        return s < subject.length && LuaClass.matches(pattern, p, end, subject[s] & 0xff);
    }

    private int itemEnd(int p) {
        return LuaClass.end(pattern, p);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
