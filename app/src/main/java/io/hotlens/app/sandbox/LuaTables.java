package io.hotlens.app.sandbox;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/// The functions of the library `table` that could grow without being counted.
final class LuaTables {

    private static final int MOST_VALUES = 4_000;

    private LuaTables() {}

    static void replaceIn(LuaValue library) {
        library.set("concat", LuaFunctions.of(LuaTables::concat));
        library.set("unpack", LuaFunctions.of(LuaTables::unpack));
    }

    private static Varargs concat(Varargs arguments) {
        LuaTable table = arguments.checktable(1);
        var between = arguments.optstring(2, LuaValue.EMPTYSTRING);
        int from = arguments.optint(3, 1);
        int to = arguments.optint(4, table.length());
        LuaBudget budget = LuaBudget.current();
        var out = new LuaOutput(budget);
        for (long i = from; i <= to; i++) {
            budget.instruction();
            LuaValue item = table.get((int) i);
            if (!item.isstring()) {
                throw new LuaError(
                        "invalid value (%s) at index %d in table for 'concat'"
                                .formatted(item.typename(), i));
            }
            out.append(item.checkstring());
            if (i < to) {
                out.append(between);
            }
        }
        return out.toLua();
    }

    static Varargs unpack(Varargs arguments) {
        LuaTable table = arguments.checktable(1);
        int from = arguments.optint(2, 1);
        int to = arguments.optint(3, table.length());
        long count = (long) to - from + 1;
        if (count > MOST_VALUES) {
            throw new LuaError("too many results to unpack");
        }
        var values = new LuaValue[(int) Math.max(0, count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.get(from + i);
        }
        return LuaValue.varargsOf(values);
    }
}
