package io.hotlens.app.sandbox;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.Bit32Lib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;
import org.luaj.vm2.lib.jse.JseBaseLib;
import org.luaj.vm2.lib.jse.JseMathLib;

import java.util.List;

/// The white list of what a script sees before its callbacks are added.
final class LuaGlobals {

    private static final List<String> TAKEN_AWAY =
            List.of(
                    "load",
                    "loadstring",
                    "loadfile",
                    "dofile",
                    "require",
                    "module",
                    "package",
                    "collectgarbage");

    /// What `("x"):rep(3)` finds. Luaj holds it in a static field, so that it is shared by all
    /// scripts: none of them can reach it.
    private static final LuaTable METHODS = methods();

    private LuaGlobals() {}

    private static LuaTable methods() {
        var meta = new LuaTable();
        meta.set(LuaValue.INDEX, LuaStrings.library());
        return meta;
    }

    static Globals create(LuaBudget budget) {
        LuaString.s_metatable = METHODS;
        var globals = new Globals();
        globals.load(new JseBaseLib());
        globals.load(new PackageLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new JseMathLib());
        globals.set("string", LuaStrings.library());
        globals.set("os", LuaTime.library());
        LuaTables.replaceIn(globals.get("table"));
        globals.set("unpack", LuaFunctions.of(LuaTables::unpack));
        hideMethods(globals);
        LoadState.install(globals);
        LuaC.install(globals);
        TAKEN_AWAY.forEach(name -> globals.set(name, LuaValue.NIL));
        globals.debuglib = new LuaHook(budget);
        return globals;
    }

    /// `getmetatable` answers for tables only.
    private static void hideMethods(Globals globals) {
        LuaValue original = globals.get("getmetatable");
        globals.set(
                "getmetatable",
                LuaFunctions.of(
                        a -> a.arg1().istable() ? original.call(a.arg1()) : LuaValue.FALSE));
    }
}
