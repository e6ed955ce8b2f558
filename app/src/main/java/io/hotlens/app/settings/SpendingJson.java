package io.hotlens.app.settings;

import io.hotlens.app.model.Limit;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.skills.data.Data;

/// `{run: {calls, tokens, usd}, hour: {...}, day: {...}}`; what is left out has the usual limit.
final class SpendingJson {

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
                given.number("calls").map(Double::longValue).orElse(usual.calls()),
                given.number("tokens").map(Double::longValue).orElse(usual.tokens()),
                given.number("usd").orElse(usual.usd()));
    }

    static Data write(SpendingLimits limits) {
        return Data.fields()
                .put("run", write(limits.run()))
                .put("hour", write(limits.hour()))
                .put("day", write(limits.day()))
                .build();
    }

    private static Data write(Limit limit) {
        var fields = Data.fields();
        if (limit.calls() < Long.MAX_VALUE) {
            fields.put("calls", (double) limit.calls());
        }
        if (limit.tokens() < Long.MAX_VALUE) {
            fields.put("tokens", (double) limit.tokens());
        }
        if (limit.usd() < Double.POSITIVE_INFINITY) {
            fields.put("usd", limit.usd());
        }
        return fields.build();
    }
}
