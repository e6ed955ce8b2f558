package io.hotlens.app.llm;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.data.Secrets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a provider says about a request that it refused, taken from the body of its answer: one
/// line of at most 300 characters without secrets.
final class ProviderReason {

    private static final int MOST_CHARACTERS = 300;
    private static final int READ_CHARACTERS = 20_000;
    private static final int SHORTEST_KEY = 8;

    private ProviderReason() {}

    /// The `message` of the JSON error that all protocols have in one place or another, or the text
    /// itself when it is no page; empty when it says nothing.
    static Optional<String> of(String body, Optional<String> key) {
        String read = body.substring(0, Math.min(READ_CHARACTERS, body.length())).strip();
        Optional<String> said =
                json(read)
                        .map(ProviderReason::message)
                        .orElseGet(() -> Optional.of(read).filter(text -> !text.startsWith("<")));
        return said.map(text -> clean(text, key)).filter(text -> !text.isEmpty());
    }

    /// One line of a text from outside, without the key and bounded.
    static String clean(String text, Optional<String> key) {
        String read = text.substring(0, Math.min(READ_CHARACTERS, text.length()));
        String line = key(key).map(k -> read.replace(k, Secrets.MARK)).orElse(read);
        line = Secrets.masked(line.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip());
        return line.length() <= MOST_CHARACTERS
                ? line
                : line.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    /// A dummy such as `x` for a local server is no secret, and may be part of any word.
    private static Optional<String> key(Optional<String> key) {
        return key.filter(k -> k.length() >= SHORTEST_KEY);
    }

    private static Optional<Data> json(String text) {
        try {
            return Optional.of(Json.parse(text)).filter(data -> !(data instanceof Data.Nothing));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> message(Data data) {
        return switch (data) {
            case Data.Text(String text) -> Optional.of(text);
            case Data.Items(List<Data> items) ->
                    items.stream().findFirst().flatMap(ProviderReason::message);
            case Data.Fields fields ->
                    Stream.of("error", "message", "detail")
                            .flatMap(name -> fields.get(name).stream())
                            .map(ProviderReason::message)
                            .flatMap(Optional::stream)
                            .findFirst();
            case Data.Num _, Data.Bool _, Data.Nothing _ -> Optional.empty();
        };
    }
}
