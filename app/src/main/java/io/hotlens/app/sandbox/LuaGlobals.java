package io.hotlens.app.sandbox;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.Bit32Lib;
import org.luaj.vm2.lib.OsLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.StringLib;
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
                    "collectgarbage",
                    "debug");

    private LuaGlobals() {}

    static Globals create(LuaBudget budget) {
        var globals = new Globals();
        globals.load(new JseBaseLib());
        globals.load(new PackageLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new StringLib());
        globals.load(new JseMathLib());
        LuaTable os = new LuaTable();
        globals.load(new OsLib());
        LuaValue whole = globals.get("os");
        for (String name : List.of("time", "date", "clock")) {
            os.set(name, whole.get(name));
        }
        globals.set("os", os);
        LoadState.install(globals);
        LuaC.install(globals);
        TAKEN_AWAY.forEach(name -> globals.set(name, LuaValue.NIL));
        globals.debuglib = new LuaHook(budget);
        return globals;
    }
}
