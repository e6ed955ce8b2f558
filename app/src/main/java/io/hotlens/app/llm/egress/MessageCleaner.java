package io.hotlens.app.llm.egress;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/// Cleans each message once, as long as a transcript holds it. What the model said goes back to it
/// as it said it. Safe from any thread.
final class MessageCleaner {

    private final TextCleaner.Stock stock;
    private final Set<DataClass> allowed;
    private final TextCleaner texts;
    private final DataCleaner data;
    private final Map<ToolCall, ToolCall> said;
    private final Map<Transcript.Message, Cleaned> cleaned =
            Collections.synchronizedMap(new WeakHashMap<>());

    /// @param said what the model said, by its calls with the originals in them
    MessageCleaner(
            Redactor redactor,
            TextCleaner.Stock stock,
            Set<DataClass> allowed,
            Map<ToolCall, ToolCall> said) {
        this.stock = stock;
        this.allowed = allowed;
        this.texts = new TextCleaner(redactor, stock, allowed);
        this.data = new DataCleaner(texts);
        this.said = said;
    }

    Set<DataClass> allowed() {
        return allowed;
    }

    /// Learns what must not leave of an answer of a callback, before a script takes it apart.
    void learn(Data answer) {
        data.clean(answer, new Findings());
    }

    Cleaned clean(Transcript.Message message) {
        Cleaned known = cleaned.get(message);
        if (known == null) {
            known = fresh(message);
            cleaned.put(message, known);
        }
        return known;
    }

    /// Cleans, and once more when that taught something: a text may be quoted before the field that
    /// tells what it is.
    private Cleaned fresh(Transcript.Message message) {
        long before = stock.seen().learned();
        Cleaned first = once(message);
        return stock.seen().learned() == before ? first : once(message);
    }

    private Cleaned once(Transcript.Message message) {
        var findings = new Findings();
        Transcript.Message clean =
                switch (message) {
                    case Transcript.FromUser(Data content) ->
                            new Transcript.FromUser(data.clean(content, findings));
                    case Transcript.FromModel(List<ToolCall> calls, String text, Data thought) ->
                            new Transcript.FromModel(
                                    calls.stream().map(call -> call(call, findings)).toList(),
                                    texts.prose(text, findings),
                                    thought);
                    case Transcript.ToolResult(ToolCall call, Data result) ->
                            new Transcript.ToolResult(
                                    call(call, findings), data.clean(result, findings));
                };
        return new Cleaned(clean, findings.replaced(), findings.secrets());
    }

    private ToolCall call(ToolCall call, Findings findings) {
        ToolCall own = said.get(call);
        return own == null
                ? new ToolCall(call.id(), call.name(), arguments(call.arguments(), findings))
                : own;
    }

    private String arguments(String json, Findings findings) {
        try {
            return Json.write(data.clean(Json.parse(json), findings));
        } catch (IllegalArgumentException _) {
            return texts.prose(json, findings);
        }
    }
}
