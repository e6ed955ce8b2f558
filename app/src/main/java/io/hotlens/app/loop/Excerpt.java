package io.hotlens.app.loop;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes values shorter by leaving parts out and says how much. It never cuts a text in two and
/// keeps the names of fields, since both tell what may leave for a provider.
public final class Excerpt {

    private static final int MOST_ENTRIES = 256;

    private final int text;
    private final int entries;

    /// @param text characters of the longest text that stays
    /// @param entries of a list or map that stay
    private Excerpt(int text, int entries) {
        this.text = text;
        this.entries = entries;
    }

    /// The value in at most so many characters of JSON: first without its longest texts and the
    /// ends of its longest lists, at last not at all.
    public static Data of(Data value, int characters) {
        Data shorter = value;
        int text = characters;
        for (int entries = MOST_ENTRIES; length(shorter) > characters && entries > 0; ) {
            shorter = new Excerpt(text, entries).shorter(value);
            text /= 2;
            entries /= 2;
        }
        return length(shorter) > characters ? leftOut(length(value)) : shorter;
    }

    /// Characters of the value as JSON.
    public static int length(Data value) {
        return Json.write(value).length();
    }

    private static Data leftOut(int characters) {
        return Data.of("(%d characters left out)".formatted(characters));
    }

    private Data shorter(Data value) {
        return switch (value) {
            case Data.Text(String whole) when whole.length() > text -> leftOut(whole.length());
            case Data.Items(List<Data> all) -> shorter(all);
            case Data.Fields fields -> shorter(fields);
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> value;
        };
    }

    private Data shorter(List<Data> all) {
        var first = new ArrayList<Data>(all.stream().limit(entries).map(this::shorter).toList());
        if (all.size() > entries) {
            first.add(Data.of("(%d more left out)".formatted(all.size() - entries)));
        }
        return Data.items(first);
    }

    private Data shorter(Data.Fields fields) {
        var first = new LinkedHashMap<String, Data>();
        fields.values().entrySet().stream()
                .limit(entries)
                .forEach(
                        (Map.Entry<String, Data> e) ->
                                first.put(e.getKey(), shorter(e.getValue())));
        if (fields.values().size() > entries) {
            first.put("left_out", Data.of(fields.values().size() - entries));
        }
        return new Data.Fields(first);
    }
}
