package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;

import java.util.ArrayList;
import java.util.List;

/// Makes single messages shorter, the longest first: answers of tools and news, never the opening,
/// a summary or what the model said.
final class Shortening {

    private static final int LONGEST = 16_000;
    private static final int SHORTEST = 200;
    private static final int MOST_IDS = 50;

    private static final String FROM = "shortened_from";
    private static final String IDS = "ids";
    private static final String KEPT = "excerpt";

    private Shortening() {}

    /// The transcript in at most so many characters, or as near to it as 200 characters for each
    /// message come.
    static Transcript of(Transcript transcript, long characters) {
        Transcript shorter = transcript;
        for (int most = LONGEST;
                most >= SHORTEST && PromptSize.of(shorter) > characters;
                most /= 2) {
            shorter = capped(transcript, most);
        }
        return shorter;
    }

    private static Transcript capped(Transcript transcript, int most) {
        var messages = new ArrayList<Transcript.Message>();
        messages.add(transcript.messages().getFirst());
        transcript.messages().stream()
                .skip(1)
                .map(message -> capped(message, most))
                .forEach(messages::add);
        return new Transcript(transcript.system(), messages);
    }

    private static Transcript.Message capped(Transcript.Message message, int most) {
        return switch (message) {
            case Transcript.FromUser(Data content) when !Summary.isOne(content) ->
                    new Transcript.FromUser(capped(message, content, most));
            case Transcript.FromUser _, Transcript.FromModel _ -> message;
            case Transcript.ToolResult(ToolCall call, Data result) ->
                    new Transcript.ToolResult(call, capped(message, result, most));
        };
    }

    private static Data capped(Transcript.Message message, Data content, int most) {
        int length = Excerpt.length(content);
        if (length <= most) {
            return content;
        }
        if (content instanceof Data.Fields fields && fields.get(FROM).isPresent()) {
            return Data.fields()
                    .put(FROM, fields.get(FROM).orElse(Data.NOTHING))
                    .put(IDS, fields.get(IDS).orElse(Data.NOTHING))
                    .put(KEPT, Excerpt.of(fields.get(KEPT).orElse(Data.NOTHING), most))
                    .build();
        }
        return Data.fields()
                .put(FROM, length + " characters")
                .put(IDS, KeptIds.of(List.of(message), MOST_IDS))
                .put(KEPT, Excerpt.of(content, most))
                .build();
    }

    /// The first lines, or the first words of the first, in so many characters.
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int line = text.lastIndexOf('\n', most);
        return text.substring(0, Math.max(0, line > 0 ? line : text.lastIndexOf(' ', most)))
                .strip();
    }
}
