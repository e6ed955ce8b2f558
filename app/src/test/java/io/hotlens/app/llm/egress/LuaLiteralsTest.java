package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

final class LuaLiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    return f("path-1", path-1) | return f("PATH-1", path-1)
                    return 'path-1' -- "path-1" | return 'PATH-1' -- "path-1"
                    --[[ "path-1" ]] return "a" | --[[ "path-1" ]] return "A"
                    return [==[ "path-1" ]] ]==] .. 'b' | return [==[ "path-1" ]] ]==] .. 'B'
                    return "a\\"path-1" .. t[i[1]] | return "A\\"PATH-1" .. t[i[1]]
                    return "open path-1 | return "open path-1
                    """)
    void onlyLiteralsBetweenQuotesChange(String code, String changed) {
        assertEquals(changed, LuaLiterals.change(code, text -> text.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /srv/x"; evil() --
                    C:\\new\\table
                    it's\there
                    ]] .. evil()
                    """)
    void anOriginalCannotEndTheLiteralItIsPutInto(String path) throws Exception {
        var names = new Pseudonyms();
        String name = names.of(StandIn.PATH, path);
        ToolCall said =
                new ScriptedModel()
                        .call(
                                "execute",
                                Json.write(
                                        Data.fields()
                                                .put("code", "return \"" + name + "\"")
                                                .build()))
                        .calls()
                        .getFirst();

        var arguments = (Data.Fields) Json.parse(new Restorer(names).call(said).arguments());
        LuaOutcome outcome =
                new LuaSandbox(LuaLimits.DEFAULT)
                        .run(
                                arguments.text("code").orElseThrow(),
                                new LuaBridge(List.of(), (_, _) -> new CallAnswer.Refused("no")));

        assertEquals(Data.of(path), assertInstanceOf(LuaOutcome.Value.class, outcome).result());
    }

    @Test
    void argumentsThatAreNoJsonStayAsTheyAre() {
        var names = new Pseudonyms();
        names.of(StandIn.PATH, "/srv/x");
        var broken = new ToolCall("1", "execute", "{\"code\": \"path-1");

        assertEquals(broken, new Restorer(names).call(broken));
    }

    @Test
    void everyOtherArgumentIsTurnedBack() {
        var names = new Pseudonyms();
        names.of(StandIn.PATH, "C:\\a \"b\"");
        var said = new ToolCall("1", "x", "{\"ids\":[\"path-1\",\"path-2\"],\"e\":{\"path-1\":1}}");

        assertEquals(
                Json.parse(
                        "{\"ids\":[\"C:\\\\a \\\"b\\\"\",\"path-2\"],\"e\":{\"C:\\\\a"
                                + " \\\"b\\\"\":1}}"),
                Json.parse(new Restorer(names).call(said).arguments()));
    }
}
