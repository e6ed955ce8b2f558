package io.hotlens.app.settings;

import io.hotlens.app.model.Limit;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.skills.data.Data;

import java.util.Optional;

/// `{run: {calls, tokens, usd}, hour: {...}, day: {...}}`; what is left out has the usual limit,
/// `"none"` has none.
final class SpendingJson {

    private static final String NONE = "none";

    private SpendingJson() {}

    static SpendingLimits read(JsonObject spending) {
        spending.only("run", "hour", "day");
        SpendingLimits usual = SpendingLimits.DEFAULT;
        return new SpendingLimits(
                limit(spending.object("run"), usual.run()),
                limit(spending.object("hour"), usual.hour()),
                limit(spending.object("day"), usual.day()));
    }

    private static Limit limit(JsonObject given, Limit usual) {
        given.only("calls", "tokens", "usd");
        return new Limit(
                whole(given, "calls", usual.calls()),
                whole(given, "tokens", usual.tokens()),
                unlimited(given, "usd")
                        ? Double.POSITIVE_INFINITY
                        : given.number("usd").orElse(usual.usd()));
    }

    private static long whole(JsonObject given, String name, long usual) {
        return unlimited(given, name)
                ? Long.MAX_VALUE
                : given.number(name).map(Double::longValue).orElse(usual);
    }

    private static boolean unlimited(JsonObject given, String name) {
        return given.fields().get(name).equals(Optional.of(Data.of(NONE)));
    }

    static Data write(SpendingLimits limits) {
        return Data.fields()
                .put("run", write(limits.run()))
                .put("hour", write(limits.hour()))
                .put("day", write(limits.day()))
                .build();
    }

    private static Data write(Limit limit) {
        return Data.fields()
                .put("calls", whole(limit.calls()))
                .put("tokens", whole(limit.tokens()))
                .put(
                        "usd",
                        limit.usd() == Double.POSITIVE_INFINITY
                                ? Data.of(NONE)
                                : Data.of(limit.usd()))
                .build();
    }

    private static Data whole(long most) {
        return most == Long.MAX_VALUE ? Data.of(NONE) : Data.of((double) most);
    }
}
