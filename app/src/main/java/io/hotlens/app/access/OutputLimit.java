package io.hotlens.app.access;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Keeps an answer below a size by cutting its lists and texts, and says what was cut: "truncated,
/// 10 of 200".
///
/// @param maxChars length of the answer as JSON
public record OutputLimit(int maxChars) {

    private static final int[] ITEMS = {200, 50, 20, 10, 5, 2, 0};
    private static final int[] CHARS = {20_000, 4_000, 1_000, 400, 200, 100, 40};
    private static final int DEPTH = 24;
    private static final int LONGEST_NUMBER = 25;
    private static final int LONGEST_ESCAPE = 6;

    public OutputLimit {
        if (maxChars < 100) {
            throw new IllegalArgumentException("a limit below 100 characters leaves nothing");
        }
    }

    /// The value itself when it is small enough, else one that is.
    public Data apply(Data value) {
        if (fits(value)) {
            return value;
        }
        for (int i = 0; i < ITEMS.length; i++) {
            Data cut = cut(value, ITEMS[i], CHARS[i], 0);
            if (fits(cut)) {
                return cut;
            }
        }
        return Data.fields().put("truncated", "the answer is too large to show").build();
    }

    private boolean fits(Data value) {
        return mostChars(value) <= maxChars || Json.write(value).length() <= maxChars;
    }

    /// Never less than the length of the value as JSON, and known without writing it.
    static long mostChars(Data value) {
        return switch (value) {
            case Data.Text(String text) -> mostChars(text);
            case Data.Items(List<Data> items) ->
                    2 + items.stream().mapToLong(item -> 1 + mostChars(item)).sum();
            case Data.Fields fields ->
                    2
                            + fields.values().entrySet().stream()
                                    .mapToLong(
                                            field ->
                                                    2
                                                            + mostChars(field.getKey())
                                                            + mostChars(field.getValue()))
                                    .sum();
            case Data.Num _, Data.Bool _, Data.Nothing _ -> LONGEST_NUMBER;
        };
    }

    private static long mostChars(String text) {
        return 2 + (long) LONGEST_ESCAPE * text.length();
    }

    private static Data cut(Data value, int items, int chars, int depth) {
        return switch (value) {
            case Data.Text(String text) when text.length() > chars ->
                    Data.of(
                            "%s... (truncated, %d of %d characters)"
                                    .formatted(text.substring(0, chars), chars, text.length()));
            case Data.Items(List<Data> values) -> Data.items(list(values, items, chars, depth));
            case Data.Fields fields -> {
                var kept = new LinkedHashMap<String, Data>();
                if (depth < DEPTH) {
                    fields.values().forEach((k, v) -> kept.put(k, cut(v, items, chars, depth + 1)));
                }
                yield new Data.Fields(kept);
            }
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> value;
        };
    }

    private static List<Data> list(List<Data> values, int items, int chars, int depth) {
        var kept = new ArrayList<Data>();
        int showing = depth < DEPTH ? Math.min(items, values.size()) : 0;
        values.subList(0, showing).forEach(v -> kept.add(cut(v, items, chars, depth + 1)));
        if (showing < values.size()) {
            kept.add(Data.of("truncated, %d of %d".formatted(showing, values.size())));
        }
        return kept;
    }
}
