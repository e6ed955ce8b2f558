package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.LinkedHashMap;
import java.util.Set;

/// Turns the stand-ins in a model's answer back.
final class Restorer {

    private static final Set<String> LUA = Set.of("code", "verify_with");

    private final Pseudonyms pseudonyms;

    Restorer(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String text(String text) {
        return pseudonyms.restore(text);
    }

    /// The call with its originals; one whose arguments are not JSON stays as it is.
    ToolCall call(ToolCall said) {
        return new ToolCall(said.id(), said.name(), arguments(said.arguments()));
    }

    private String arguments(String json) {
        if (!Pseudonyms.mentioned(json)) {
            return json;
        }
        try {
            return Json.write(data(Json.parse(json), ""));
        } catch (IllegalArgumentException _) {
            return json;
        }
    }

    private Data data(Data value, String name) {
        return switch (value) {
            case Data.Text(String text) when LUA.contains(name) -> Data.of(lua(text));
            case Data.Text(String text) -> Data.of(pseudonyms.restore(text));
            case Data.Items items ->
                    Data.items(items.values().stream().map(item -> data(item, name)).toList());
            case Data.Fields fields -> {
                var whole = new LinkedHashMap<String, Data>();
                fields.values()
                        .forEach(
                                (key, item) -> whole.put(pseudonyms.restore(key), data(item, key)));
                yield new Data.Fields(whole);
            }
            case Data.Num _, Data.Bool _, Data.Nothing _ -> value;
        };
    }

    private String lua(String code) {
        return LuaLiterals.change(
                code, literal -> pseudonyms.restore(literal, LuaLiterals::escaped));
    }
}
