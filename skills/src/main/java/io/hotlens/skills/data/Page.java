package io.hotlens.skills.data;

import java.util.List;

/// The first items of a longer list, with how many there are in all.
public record Page(int total, List<Data> items) {

    public static final int DEFAULT_LIMIT = 10;
    public static final int MAX_LIMIT = 50;

    public Page {
        items = List.copyOf(items);
    }

    /// The first `limit` of `all`; a limit beyond [#MAX_LIMIT] is cut to it.
    public static Page of(List<? extends Data> all, int limit) {
        int showing = Math.min(Math.clamp(limit, 0, MAX_LIMIT), all.size());
        return new Page(all.size(), List.copyOf(all.subList(0, showing)));
    }

    /// `{total, showing, items}`, the shape of every list answer.
    public Data.Fields toData() {
        return fields().build();
    }

    /// The same shape, open for more fields.
    public FieldsBuilder fields() {
        return Data.fields().put("total", total).put("showing", items.size()).put("items", items);
    }
}
