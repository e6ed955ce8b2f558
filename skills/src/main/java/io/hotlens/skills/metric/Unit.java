package io.hotlens.skills.metric;

/// What a number counts; the suffix is the end of every field name that carries it.
public enum Unit {
    COUNT("", ""),
    PERCENT("_pct", "%"),
    MEGABYTES("_mb", "MB"),
    MEGABYTES_PER_SECOND("_mb_per_s", "MB/s"),
    MILLISECONDS("_ms", "ms"),
    PER_SECOND("_per_s", "/s"),
    PER_MINUTE("_per_min", "/min"),
    LOAD("", "");

    private final String suffix;
    private final String symbol;

    Unit(String suffix, String symbol) {
        this.suffix = suffix;
        this.symbol = symbol;
    }

    public String suffix() {
        return suffix;
    }

    /// How people write it behind a number; empty for plain counts.
    public String symbol() {
        return symbol;
    }
}
