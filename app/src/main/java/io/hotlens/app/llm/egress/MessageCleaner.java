package io.hotlens.app.llm.egress;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.llm.ByIdentity;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cleans each message once, as long as a transcript holds it, and again when something was learned
/// that may stand in it. What the model said goes back to it as it said it. Safe from any thread.
final class MessageCleaner {

    private final TextCleaner.Stock stock;
    private final Set<DataClass> allowed;
    private final TextCleaner texts;
    private final DataCleaner data;
    private final Map<ToolCall, ToolCall> said;
    private final ByIdentity<Transcript.Message, Known> cleaned = new ByIdentity<>();

    /// A message as it was cleaned with all that was known then.
    ///
    /// @param starts of the texts in it
    /// @param texts how many texts were known
    /// @param names how many names were known
    private record Known(Cleaned clean, WordStarts starts, long texts, long names) {}

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
        Known now =
                cleaned.get(message)
                        .map(known -> anew(message, known))
                        .orElseGet(() -> fresh(message));
        cleaned.put(message, now);
        return now.clean();
    }

    private Known anew(Transcript.Message message, Known known) {
        long knownTexts = stock.seen().learned();
        if (known.names() == stock.names().learned()
                && !stock.seen().concerns(known.starts(), known.texts())) {
            return new Known(known.clean(), known.starts(), knownTexts, known.names());
        }
        known.clean().replaced().forEach(this::keep);
        return fresh(message);
    }

    /// Knows again what was replaced once, since the oldest of it may be forgotten.
    private void keep(Replaced part) {
        stock.pseudonyms()
                .kindOf(part.sent())
                .ifPresent(
                        kind -> {
                            if (kind.isNote()) {
                                stock.seen().learn(part.original(), kind);
                            } else if (kind == StandIn.HOST || kind == StandIn.USER) {
                                stock.names().learn(part.original(), kind);
                            }
                        });
    }

    /// Cleans, and once more when that taught something: a text may be quoted before the field that
    /// tells what it is.
    private Known fresh(Transcript.Message message) {
        Known first = once(message);
        boolean learned =
                first.texts() != stock.seen().learned() || first.names() != stock.names().learned();
        return learned ? once(message) : first;
    }

    private Known once(Transcript.Message message) {
        long knownTexts = stock.seen().learned();
        long knownNames = stock.names().learned();
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
        return new Known(
                new Cleaned(
                        clean,
                        findings.replaced(),
                        findings.secrets(),
                        RequestText.line(clean).length()),
                findings.starts(),
                knownTexts,
                knownNames);
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
