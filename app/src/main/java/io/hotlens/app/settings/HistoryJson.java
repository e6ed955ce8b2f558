package io.hotlens.app.settings;

import io.hotlens.app.store.HistoryOptions;
import io.hotlens.skills.data.Data;

/// `{on, days, megabytes}`; what is left out is as usual.
final class HistoryJson {

    private HistoryJson() {}

    static HistoryOptions read(JsonObject history) {
        history.only("on", "days", "megabytes");
        HistoryOptions usual = HistoryOptions.DEFAULT;
        boolean on = history.truth("on", usual.on());
        int days = whole(history, "days", usual.days());
        int megabytes = whole(history, "megabytes", usual.megabytes());
        try {
            return new HistoryOptions(on, days, megabytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(history.at() + e.getMessage(), e);
        }
    }

    private static int whole(JsonObject history, String name, int usual) {
        double number = history.number(name).orElse((double) usual);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException(
                    "%s%s must be a whole number, not %s".formatted(history.at(), name, number));
        }
        return (int) number;
    }

    static Data write(HistoryOptions options) {
        return Data.fields()
                .put("on", options.on())
                .put("days", options.days())
                .put("megabytes", options.megabytes())
                .build();
    }
}
