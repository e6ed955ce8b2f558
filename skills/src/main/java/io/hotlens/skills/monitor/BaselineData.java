package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// A [Baseline] as a value that can be stored, and back.
public final class BaselineData {

    private BaselineData() {}

    public static Data.Fields write(Baseline baseline) {
        return Data.fields()
                .put("metric", baseline.metric())
                .put("at", baseline.at().toString())
                .put("values", baseline.values())
                .put("level", baseline.level())
                .put("lagging", baseline.lagging())
                .put("lowest", baseline.lowest())
                .put("highest", baseline.highest())
                .put("step", baseline.step())
                .put("by_level", errors(baseline.ways().level()))
                .put("by_trend", errors(baseline.ways().trend()))
                .put("by_day", errors(baseline.ways().day()))
                .put("by_hour", errors(baseline.ways().hour()))
                .put("day", phases(baseline.day()))
                .put("hour", phases(baseline.hour()))
                .put("short_means", rarity(baseline.shortMeans()))
                .put("middle_means", rarity(baseline.middleMeans()))
                .put("steps", rarity(baseline.steps()))
                .put("lows", lows(baseline.lows()))
                .build();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException when something is missing; the message names it
    public static Baseline read(Data.Fields data) {
        return new Baseline(
                text(data, "metric"),
                instant(text(data, "at")),
                (long) number(data, "values"),
                number(data, "level"),
                number(data, "lagging"),
                number(data, "lowest"),
                number(data, "highest"),
                number(data, "step"),
                new Baseline.Ways(
                        errors(fields(data, "by_level")),
                        errors(fields(data, "by_trend")),
                        errors(fields(data, "by_day")),
                        errors(fields(data, "by_hour"))),
                phases(fields(data, "day")),
                phases(fields(data, "hour")),
                rarity(fields(data, "short_means")),
                rarity(fields(data, "middle_means")),
                rarity(fields(data, "steps")),
                lows(fields(data, "lows")));
    }

    private static Data errors(Baseline.Errors errors) {
        return Data.fields().put("spread", errors.spread()).put("loss", errors.loss()).build();
    }

    private static Baseline.Errors errors(Data.Fields data) {
        return new Baseline.Errors(number(data, "spread"), number(data, "loss"));
    }

    private static Data phases(Baseline.Phases phases) {
        return Data.fields()
                .put("usual", phases.usual().stream().map(Data::of).toList())
                .put("periods", phases.periods().stream().map(Data::of).toList())
                .build();
    }

    private static Baseline.Phases phases(Data.Fields data) {
        List<Data> usual = data.items("usual");
        List<Data> periods = data.items("periods");
        return new Baseline.Phases(
                usual.stream()
                        .map(one -> one instanceof Data.Num(double v) ? v : Double.NaN)
                        .toList(),
                periods.stream()
                        .map(one -> one instanceof Data.Num(double v) ? (int) v : 0)
                        .toList());
    }

    private static Data rarity(Baseline.Rarity rarity) {
        return Data.fields()
                .put("quantile", rarity.quantile())
                .put("excess", rarity.excess())
                .put("seen", rarity.seen())
                .build();
    }

    private static Baseline.Rarity rarity(Data.Fields data) {
        return new Baseline.Rarity(
                number(data, "quantile"), number(data, "excess"), (long) number(data, "seen"));
    }

    private static Data lows(Baseline.Lows lows) {
        return Data.fields()
                .put("level", lows.level())
                .put("spread", lows.spread())
                .put("rises", rarity(lows.rises()))
                .build();
    }

    private static Baseline.Lows lows(Data.Fields data) {
        return new Baseline.Lows(
                number(data, "level"), number(data, "spread"), rarity(fields(data, "rises")));
    }

    private static Data.Fields fields(Data.Fields data, String name) {
        if (data.get(name).orElse(Data.NOTHING) instanceof Data.Fields fields) {
            return fields;
        }
        throw missing(name);
    }

    private static double number(Data.Fields data, String name) {
        return data.number(name).orElseThrow(() -> missing(name));
    }

    private static String text(Data.Fields data, String name) {
        return data.text(name).orElseThrow(() -> missing(name));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a stored baseline has no time '" + text + "'", e);
        }
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("a stored baseline has no '" + name + "'");
    }
}
