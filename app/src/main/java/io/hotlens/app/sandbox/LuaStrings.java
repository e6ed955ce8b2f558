package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.util.Locale;

/// The library `string` with every function that can grow or run long paid for by the script's
/// budget.
final class LuaStrings {

    private static final int MOST_VALUES = 4_000;

    private LuaStrings() {}

    /// A fresh table, so that a script that overwrites a function harms itself only.
    static LuaTable library() {
        var table = new LuaTable();
        table.set("byte", LuaFunctions.of(LuaStrings::toBytes));
        table.set("char", LuaFunctions.of(LuaStrings::fromBytes));
        table.set("find", LuaFunctions.of(LuaSearch::find));
        table.set("format", LuaFunctions.of(LuaFormat::format));
        table.set("gmatch", LuaFunctions.of(LuaSearch::gmatch));
        table.set("gsub", LuaFunctions.of(LuaSearch::gsub));
        table.set("len", LuaFunctions.of(a -> LuaValue.valueOf(a.checkstring(1).m_length)));
        table.set("lower", LuaFunctions.of(a -> paid(a.checkjstring(1).toLowerCase(Locale.ROOT))));
        table.set("match", LuaFunctions.of(LuaSearch::match));
        table.set("rep", LuaFunctions.of(LuaStrings::repeat));
        table.set("reverse", LuaFunctions.of(LuaStrings::reverse));
        table.set("sub", LuaFunctions.of(LuaStrings::part));
        table.set("upper", LuaFunctions.of(a -> paid(a.checkjstring(1).toUpperCase(Locale.ROOT))));
        return table;
    }

    private static LuaValue paid(String text) {
        LuaBudget.current().string(text.length());
        return LuaValue.valueOf(text);
    }

    private static int from(int index, int length) {
        return index >= 0 ? Math.max(1, index) : Math.max(1, length + index + 1);
    }

    private static int to(int index, int length) {
        return index >= 0 ? Math.min(index, length) : length + index + 1;
    }

    private static Varargs toBytes(Varargs arguments) {
        LuaString text = arguments.checkstring(1);
        int first = from(arguments.optint(2, 1), text.m_length);
        int last = to(arguments.optint(3, first), text.m_length);
        if (last - first >= MOST_VALUES) {
            throw new LuaError("string slice too long");
        }
        var values = new LuaValue[Math.max(0, last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = LuaValue.valueOf(text.luaByte(first - 1 + i));
        }
        return LuaValue.varargsOf(values);
    }

    private static Varargs fromBytes(Varargs arguments) {
        var bytes = new byte[arguments.narg()];
        for (int i = 0; i < bytes.length; i++) {
            int value = arguments.checkint(i + 1);
            if (value < 0 || value > 255) {
                throw new LuaError(
                        "bad argument #%d to 'char' (value out of range)".formatted(i + 1));
            }
            bytes[i] = (byte) value;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs repeat(Varargs arguments) {
        byte[] text = LuaSearch.bytes(arguments.checkstring(1));
        long times = Math.max(0, (long) arguments.checkdouble(2));
        byte[] between =
                arguments.isnoneornil(3) ? new byte[0] : LuaSearch.bytes(arguments.checkstring(3));
        if (times == 0 || text.length + between.length == 0) {
            return LuaValue.EMPTYSTRING;
        }
        double length = (double) text.length * times + (double) between.length * (times - 1);
        LuaBudget.current().string((long) length);
        var bytes = new byte[(int) length];
        int at = 0;
        for (long i = 0; i < times; i++) {
            System.arraycopy(text, 0, bytes, at, text.length);
            at += text.length;
            if (i < times - 1) {
                System.arraycopy(between, 0, bytes, at, between.length);
                at += between.length;
            }
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs reverse(Varargs arguments) {
        byte[] text = LuaSearch.bytes(arguments.checkstring(1));
        LuaBudget.current().string(text.length);
        for (int i = 0, j = text.length - 1; i < j; i++, j--) {
            byte kept = text[i];
            text[i] = text[j];
            text[j] = kept;
        }
        return LuaString.valueUsing(text);
    }

    private static Varargs part(Varargs arguments) {
        LuaString text = arguments.checkstring(1);
        int first = from(arguments.checkint(2), text.m_length);
        int last = to(arguments.optint(3, -1), text.m_length);
        return first > last ? LuaValue.EMPTYSTRING : text.substring(first - 1, last);
    }
}
