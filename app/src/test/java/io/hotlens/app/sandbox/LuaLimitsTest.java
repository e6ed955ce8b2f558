package io.hotlens.app.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Every way known to us in which a script can try to run for ever or to eat the memory.
@Timeout(60)
final class LuaLimitsTest {

    private static final LuaLimits LIMITS =
            new LuaLimits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    5_000_000,
                    100L << 20,
                    1 << 20,
                    1_000_000,
                    500);

    private static LuaOutcome run(String code) throws InterruptedException {
        return new LuaSandbox(LIMITS).run(code, LuaBridge.none());
    }

    private static long scripts() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("hotlens-lua"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "for i = 1, 1e18 do end",
                "repeat until false",
                "while true do pcall(function() while true do end end) end",
                "while true do pcall(error, 'x') end",
                "while true do xpcall(function() error('x') end, function(m) return m end) end",
                "local function f() return f() end return f()",
                "local function f() return 1 + f() end return f()",
                "local t = setmetatable({}, {}) getmetatable(t).__index = function(s, k) return s[k"
                        + " .. 'x'] end return t.a",
                "local t = {} for i = 1, 1e9 do t[i] = i end",
                "local t = {} for i = 1, 1e9 do t[i] = {} end",
                "local t = {} for i = 1, 1e9 do t['k' .. i] = i end",
                "return string.rep('x', 1e9)",
                "return ('x'):rep(1e15)",
                "return string.rep('', 1e18, 'yy')",
                "local s = 'x' while true do s = s .. s end",
                "local s = 'x' while true do s = s:rep(2) end",
                "local s = '' while true do s = s .. 'some more text, again and again' end",
                "local t = {} local s = ('x'):rep(1000) while true do t[#t + 1] = s .. #t end",
                "local t = {} for i = 1, 1e5 do t[i] = ('x'):rep(100) end while true do s ="
                        + " table.concat(t) .. 'x' end",
                "return table.concat({}, 'x', 1, 1e9)",
                "return table.concat(setmetatable({}, {__index = function() return ('x'):rep(1e5)"
                        + " end}), '', 1, 1e9)",
                "return table.unpack({}, 1, 1e8)",
                "return unpack({}, 1, 1e8)",
                "return select('#', ('x'):rep(1e6):byte(1, -1))",
                "return (('a?'):rep(30) .. ('a'):rep(30)) and ('a'):rep(30):match(('a?'):rep(30) .."
                        + " ('a'):rep(30))",
                "return ('a'):rep(5000):find('.-.-.-.-.-b')",
                "return ('a'):rep(200000):match('(.*)(.*)(.*)(.*)b')",
                "return (('a'):rep(20000)):gsub('a*a*a*a*b', '')",
                "for w in ('a'):rep(100000):gmatch('a-a-a-a-b') do end",
                "return ('('):rep(100000):find('%b()')  while true do end",
                "return ('x'):rep(1e5):gsub('x', ('y'):rep(1e5))",
                "return ('x'):rep(100):gsub('', function() while true do end end)",
                "return string.format('%99.99f', 1) .. string.format(('%s'):rep(1000), 1)",
                "while true do string.format('%.99f', 1e300) end",
                "local t = {} for i = 1, 2e5 do t[i] = i end while true do table.sort(t,"
                        + " function(a, b) return true end) end",
                "local t = {} for i = 1, 1e5 do t[i] = i end while true do table.insert(t, 1, 0)"
                        + " end",
                "local t = {} t[1] = t return t",
                "while true do print(('x'):rep(1000)) end",
                "while true do finding{type = 'x', observation = 'y'} end",
                "while true do tostring({}) end",
                "while true do os.date('%c%c%c%c%c%c%c%c') end",
                "while true do local f = function() end end",
                "local t = setmetatable({}, {__tostring = function() while true do end end}) return"
                        + " string.format('%s', t)",
                "local t = setmetatable({}, {__concat = function(a, b) return a .. b end}) return t"
                        + " .. t",
                "local a = {} for i = 1, 200 do a = {a} end return a",
            })
    void endlessOrGreedyScriptEndsWithinItsLimitsAndLeavesNoThread(String code) throws Exception {
        long start = System.nanoTime();

        LuaOutcome outcome = run(code);

        assertInstanceOf(LuaOutcome.class, outcome);
        long ms = (System.nanoTime() - start) / 1_000_000;
        assertTrue(ms < 6_000, () -> "it took " + ms + " ms: " + outcome);
        Eventually.holds(() -> scripts() == 0);
    }

    @Test
    void limitIsNamed() throws Exception {
        var failure = assertInstanceOf(LuaOutcome.Failure.class, run("while true do end"));

        assertTrue(failure.message().startsWith("the script was stopped: it "), failure.message());
    }

    @Test
    void protectedCallCannotSwallowTheLimit() throws Exception {
        assertInstanceOf(
                LuaOutcome.Failure.class,
                run("pcall(function() while true do end end) return 'survived'"));
    }

    @Test
    void scriptAfterABombRunsAsUsual() throws Exception {
        run("local s = 'x' while true do s = s .. s end");

        var value = assertInstanceOf(LuaOutcome.Value.class, run("return ('ab'):rep(2)"));
        assertEquals(Data.of("abab"), value.result());
    }

    @Test
    void scriptCannotChangeTheStringMethodsOfTheNext() throws Exception {
        run("string.upper = function() return 'hacked' end");
        run("getmetatable('').__index.upper = function() return 'hacked' end");

        var value = assertInstanceOf(LuaOutcome.Value.class, run("return ('ab'):upper()"));
        assertEquals(Data.of("AB"), value.result());
    }

    @Test
    void callbacksInALoopAreBounded() throws Exception {
        var calls = new AtomicInteger();
        var bridge =
                new LuaBridge(
                        List.of("beat"),
                        (_, _) -> {
                            calls.incrementAndGet();
                            return new CallAnswer.Answered(Data.NOTHING);
                        });

        LuaOutcome outcome = new LuaSandbox(LIMITS).run("while true do beat() end", bridge);

        assertInstanceOf(LuaOutcome.Failure.class, outcome);
        assertEquals(500, calls.get());
    }

    @Test
    void interruptOfTheCallerStopsTheScript() throws Exception {
        var inCallback = new CountDownLatch(1);
        var bridge =
                new LuaBridge(
                        List.of("hang"),
                        (_, _) -> {
                            inCallback.countDown();
                            new CountDownLatch(1).await();
                            return new CallAnswer.Answered(Data.NOTHING);
                        });
        var ended = new CountDownLatch(1);
        Thread caller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        new LuaSandbox(LuaLimits.DEFAULT).run("hang()", bridge);
                                    } catch (InterruptedException _) {
                                        ended.countDown();
                                    }
                                });
        inCallback.await();

        caller.interrupt();

        ended.await();
        Eventually.holds(() -> scripts() == 0);
    }
}
