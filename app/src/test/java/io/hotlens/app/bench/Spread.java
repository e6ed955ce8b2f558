package io.hotlens.app.bench;

import java.util.Collection;
import java.util.List;

/// Values of one kind in order of size.
record Spread(List<Double> sorted) {

    static Spread of(Collection<Double> values) {
        return new Spread(values.stream().sorted().toList());
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    private double at(double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
    }
}
