package io.hotlens.app.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;

import java.util.List;

class CompiledScriptsTest {

    private final Globals globals = LuaGlobals.create(new LuaBudget(LuaLimits.DEFAULT));
    private final CompiledScripts scripts = new CompiledScripts();

    @Test
    void aScriptIsCompiledOnce() throws Exception {
        assertSame(
                scripts.of("return 1", "script", globals),
                scripts.of("return 1", "script", globals));
    }

    @Test
    void theOneThatRanLongestAgoIsForgottenBeyondSixtyFour() throws Exception {
        var first = scripts.of("return 'first'", "script", globals);
        var second = scripts.of("return 'second'", "script", globals);
        for (int i = 0; i < 63; i++) {
            scripts.of("return " + i, "script", globals);
            assertSame(first, scripts.of("return 'first'", "script", globals));
        }
        assertEquals(64, scripts.size());
        assertNotSame(second, scripts.of("return 'second'", "script", globals));
    }

    @Test
    void oneThatDoesNotCompileIsNotKept() {
        assertThrows(LuaError.class, () -> scripts.of("return )", "script", globals));
        assertEquals(0, scripts.size());
    }

    @Test
    void aRunLeavesNothingToTheNext() throws Exception {
        var sandbox = new LuaSandbox(LuaLimits.DEFAULT);
        String code = "count = (count or 0) + 1 local t = {count} t[#t + 1] = #t return t";
        for (int i = 0; i < 3; i++) {
            var value = assertInstanceOf(LuaOutcome.Value.class, run(sandbox, code));
            assertEquals(List.of(Data.of(1), Data.of(1)), ((Data.Items) value.result()).values());
        }
    }

    private static LuaOutcome run(LuaSandbox sandbox, String code) throws InterruptedException {
        return sandbox.run(code, LuaBridge.none());
    }
}
