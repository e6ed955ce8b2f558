package io.hotlens.app.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalLong;

@Timeout(30)
final class LuaSandboxTest {

    private static final LuaBridge ECHO =
            new LuaBridge(
                    List.of("echo", "deny"),
                    (name, arguments) ->
                            name.equals("deny")
                                    ? new CallAnswer.Refused("needs consent: deny()")
                                    : new CallAnswer.Answered(Data.items(arguments)));

    private static LuaOutcome run(String code) throws InterruptedException {
        return new LuaSandbox(LuaLimits.DEFAULT).run(code, ECHO);
    }

    private static Data value(String code) throws InterruptedException {
        LuaOutcome outcome = run(code);
        return assertInstanceOf(LuaOutcome.Value.class, outcome, outcome::toString).result();
    }

    private static LuaOutcome.Failure failure(String code) throws InterruptedException {
        return assertInstanceOf(LuaOutcome.Failure.class, run(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    return 1                                   | 1
                    return 1.5, 'a', true                      | [1.5,"a",true]
                    return                                     | null
                    return nil                                 | null
                    return {}                                  | []
                    return {1, 2, {3}}                         | [1,2,[3]]
                    return {a = {b = 'c'}}                     | {"a":{"b":"c"}}
                    return 0/0                                 | null
                    return {x = 1/0, y = 2}                    | {"x":null,"y":2}
                    return echo(1, 'b', {3}, true, nil)        | [1,"b",[3],true]
                    return #echo(1, 2)                         | 2
                    return ('%5.1f;%d;%s;%5s;%-3s;%03d;%x'):format(3.14159, 42, 'x', 'ab', 'c', 7, 255) | "  3.1;42;x;   ab;c  ;007;ff"
                    return ('%g %g %g %g'):format(0.5, 100000, 1e20, 12.25) | "0.5 100000 1e+20 12.25"
                    return ('%.0f %%'):format(99.6)            | "100 %"
                    return ('%d'):format(3.7)                  | "3"
                    return ('%+d %e'):format(5, 12345.678)     | "+5 1.234568e+04"
                    return ('hello world'):find('wor')         | [7,9]
                    return ('a.b'):find('.', 1, true)          | [2,2]
                    return ('a.b'):find('.', 2)                | [2,2]
                    return ('key = value'):match('^(%w+)%s*=%s*(%w+)$') | ["key","value"]
                    return ('2026-11-23'):match('(%d+)-(%d+)-(%d+)')    | ["2026","11","23"]
                    return ('f(a(b)c)d'):match('%b()')         | "(a(b)c)"
                    return ('THE (quick) fox'):find('%((%a+)%)') | [5,11,"quick"]
                    return ('THE (quick) fox'):match('%f[%a]%a+', 5) | "quick"
                    return ('hello'):match('(l)(%1)')          | ["l","l"]
                    return ('hello'):match('()ll()')           | [3,5]
                    return ('[x]'):match('^%[(.-)%]$')         | "x"
                    return ('a-b_c'):gsub('[-_]', '.')         | ["a.b.c",2]
                    return ('abc'):gsub('%w', '%0%0')          | ["aabbcc",3]
                    return ('abc'):gsub('', '-')               | ["-a-b-c-",4]
                    return ('hello world'):gsub('o', {o = '0'}, 1) | ["hell0 world",1]
                    return ('abc'):gsub('b', function(x) return x:upper() end) | ["aBc",1]
                    return ('x^y'):gsub('%^', '**')            | ["x**y",1]
                    local t = {} for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do t[k] = v end return t.a, t.b | ["1","2"]
                    return ('abc'):rep(3, '-'), ('x'):rep(0)   | ["abc-abc-abc",""]
                    return ('hello'):sub(2, -2), ('x'):byte(), string.char(72, 105), ('abc'):reverse(), #'four', ('Ab'):upper() | ["ell",120,"Hi","cba",4,"AB"]
                    return table.concat({1, 2, 'x'}, ', ')     | "1, 2, x"
                    return table.unpack({1, 2, 3}, 2)          | [2,3]
                    local t = {3, 1, 2} table.sort(t) return t | [1,2,3]
                    return math.floor(2.7), math.max(1, 5), math.huge > 1e308 | [2,5,true]
                    return type(os.time()), os.date('!%Y-%m-%d %H:%M:%S', 0), type(os.clock()) | ["number","1970-01-01 00:00:00","number"]
                    return os.date('!*t', 86400).day           | 2
                    return select('#', 1, nil, nil)            | 3
                    return pcall(error, 'x')                   | [false,"x"]
                    return (select(2, pcall(deny)))            | "needs consent: deny()"
                    return tostring(nil), tonumber('0x10'), tonumber('abc') | ["nil",16]
                    """)
    void scriptGivesItsValue(String code, String json) throws Exception {
        assertEquals(Json.parse(json), value(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io",
                "require",
                "package",
                "debug",
                "load",
                "loadstring",
                "loadfile",
                "dofile",
                "collectgarbage",
                "coroutine",
                "luajava",
                "os.execute",
                "os.exit",
                "os.getenv",
                "os.remove",
                "os.rename",
                "os.tmpname",
                "string.dump",
                "module",
            })
    void nothingBeyondTheWhiteListIsThere(String name) throws Exception {
        assertEquals(Data.of("nil"), value("return type(" + name + ")"));
    }

    @Test
    void compileErrorNamesItsLine() throws Exception {
        LuaOutcome.Failure failure = failure("local a = 1\nlocal b = = 2");

        assertEquals(2, failure.line());
        assertTrue(failure.message().contains("unexpected symbol"), failure.message());
    }

    @Test
    void runtimeErrorNamesItsLineAndKeepsWhatWasPrinted() throws Exception {
        LuaOutcome.Failure failure = failure("print('before')\nlocal t = nil\nreturn t.x");

        assertEquals(3, failure.line());
        assertTrue(failure.message().contains("attempt to index"), failure.message());
        assertEquals(List.of("before"), failure.printed());
    }

    @Test
    void refusedCallEndsTheScriptWithItsReason() throws Exception {
        assertTrue(failure("deny()").message().contains("needs consent: deny()"));
    }

    @Test
    void findingsAreCollectedInOneShape() throws Exception {
        LuaOutcome outcome =
                run(
                        """
                        finding{type = "heap_leak", observation = "grew", evidence = {mb = 3}, certain = true}
                        finding{type = "x", subject = "s", severity = "critical", context = "c",
                          observation = "o", hypothesis = "h"}
                        look_again(2500)
                        """);

        assertEquals(
                Json.parse(
                        """
                        [{"type": "heap_leak", "subject": "", "severity": "warning", "context": "",
                          "observation": "grew", "evidence": {"mb": 3}, "certain": true},
                         {"type": "x", "subject": "s", "severity": "critical", "context": "c",
                          "observation": "o", "hypothesis": "h", "certain": false}]\
                        """),
                Data.items(outcome.findings()));
        assertEquals(OptionalLong.of(2500), ((LuaOutcome.Value) outcome).lookAgainMs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    finding('x')                                                   | finding takes a table
                    finding{type = 'x'}                                            | 'observation' is missing
                    finding{observation = 'x'}                                     | 'type' is missing
                    finding{type = 'x', observation = 'o', severity = 'fatal'}     | severity is info, warning or critical
                    """)
    void wrongFindingIsAnErrorOfItsScript(String code, String message) throws Exception {
        assertTrue(failure(code).message().contains(message), () -> code);
    }

    @Test
    void printIsBounded() throws Exception {
        LuaOutcome outcome = run("for i = 1, 1000 do print(i, ('x'):rep(3000)) end");

        assertEquals(201, outcome.printed().size());
        assertEquals("truncated after 200 lines", outcome.printed().getLast());
        assertTrue(outcome.printed().getFirst().length() < 2_100);
    }

    @Test
    void scriptsShareNothing() throws Exception {
        run("leftover = 1 string.rep = nil");

        assertEquals(
                Json.parse("[\"nil\",\"function\"]"),
                value("return type(leftover), type(string.rep)"));
    }

    @Test
    void deepButReasonableRecursionWorks() throws Exception {
        assertEquals(
                Data.of(500),
                value(
                        "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end"
                                + " return f(500)"));
    }

    @Test
    void honestWorkFitsTheLimits() throws Exception {
        assertEquals(
                Data.of(500_000_500_000.0),
                value("local s = 0 for i = 1, 1000000 do s = s + i end return s"));
    }
}
