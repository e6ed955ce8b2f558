package io.hotlens.app.store;

import io.hotlens.app.notification.Severity;

import java.util.Arrays;

/// A severity as a number of the file, the gravest the highest.
final class Rank {

    private Rank() {}

    static int of(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case WARNING -> 1;
            case CRITICAL -> 2;
        };
    }

    static Severity severity(int rank) {
        return Arrays.stream(Severity.values())
                .filter(severity -> of(severity) == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity is " + rank));
    }
}
