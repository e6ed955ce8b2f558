package io.hotlens.app.sandbox;

import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/// Makes functions of the Lua machine out of functions of ours.
final class LuaFunctions {

    /// What a function of a library does.
    @FunctionalInterface
    interface Body {
        Varargs invoke(Varargs arguments);
    }

    private LuaFunctions() {}

    static VarArgFunction of(Body body) {
        return new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs arguments) {
                return body.invoke(arguments);
            }
        };
    }
}
