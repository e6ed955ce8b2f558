package io.hotlens.app.sandbox;

import io.hotlens.skills.data.Data;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// [Data] as Lua values and back. A number that is not finite becomes nothing; a table whose keys
/// are 1 to n becomes a list; an empty table becomes an empty list.
final class LuaValues {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NODES = 50_000;

    private int nodes;

    private LuaValues() {}

    static LuaValue toLua(Data data) {
        return switch (data) {
            case Data.Text(String value) -> LuaValue.valueOf(value);
            case Data.Num(double value) -> LuaValue.valueOf(value);
            case Data.Bool(boolean value) -> LuaValue.valueOf(value);
            case Data.Items(List<Data> values) -> {
                var table = new LuaTable(values.size(), 0);
                for (int i = 0; i < values.size(); i++) {
                    table.rawset(i + 1, toLua(values.get(i)));
                }
                yield table;
            }
            case Data.Fields fields -> {
                var table = new LuaTable(0, fields.values().size());
                fields.values().forEach((name, item) -> table.rawset(name, toLua(item)));
                yield table;
            }
            case Data.Nothing _ -> LuaValue.NIL;
        };
    }

    /// @throws LuaError when the value is nested too deeply (a table that holds itself) or too
    ///   large
    static Data toData(LuaValue value) {
        return new LuaValues().read(value, 0);
    }

    /// Nothing, the one value, or the list of all.
    static Data toData(Varargs values) {
        return switch (values.narg()) {
            case 0 -> Data.NOTHING;
            case 1 -> toData(values.arg1());
            default -> Data.items(list(values));
        };
    }

    /// Every argument; trailing nils are left out.
    static List<Data> list(Varargs values) {
        var list = new ArrayList<Data>();
        for (int i = 1; i <= values.narg(); i++) {
            list.add(toData(values.arg(i)));
        }
        while (!list.isEmpty() && list.getLast() instanceof Data.Nothing) {
            list.removeLast();
        }
        return list;
    }

    private Data read(LuaValue value, int depth) {
        nodes++;
        if (depth > MAX_DEPTH || nodes > MAX_NODES) {
            throw new LuaError(
                    depth > MAX_DEPTH
                            ? "a value is nested more than %d deep".formatted(MAX_DEPTH)
                            : "a value has more than %d parts".formatted(MAX_NODES));
        }
        return switch (value.type()) {
            case LuaValue.TNIL -> Data.NOTHING;
            case LuaValue.TBOOLEAN -> Data.of(value.toboolean());
            case LuaValue.TNUMBER, LuaValue.TINT -> Data.of(value.todouble());
            case LuaValue.TSTRING -> Data.of(value.tojstring());
            case LuaValue.TTABLE -> table((LuaTable) value, depth);
            default -> Data.of(value.typename());
        };
    }

    private Data table(LuaTable table, int depth) {
        int length = table.rawlen();
        var fields = new LinkedHashMap<String, Data>();
        var items = new ArrayList<Data>();
        boolean list = true;
        Varargs entry = table.next(LuaValue.NIL);
        int entries = 0;
        while (!entry.arg1().isnil()) {
            entries++;
            LuaValue key = entry.arg1();
            list &= key.isint() && key.toint() >= 1 && key.toint() <= length;
            fields.put(key.tojstring(), read(entry.arg(2), depth + 1));
            entry = table.next(key);
        }
        if (!list || entries != length) {
            return new Data.Fields(fields);
        }
        for (int i = 1; i <= length; i++) {
            items.add(fields.getOrDefault(Integer.toString(i), Data.NOTHING));
        }
        return new Data.Items(items);
    }
}
