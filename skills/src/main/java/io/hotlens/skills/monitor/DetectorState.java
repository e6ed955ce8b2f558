package io.hotlens.skills.monitor;

import java.time.Duration;
import java.time.Instant;

/// What the detector is doing.
public sealed interface DetectorState {

    /// Collects what is normal; judges nothing.
    record Learning(Instant since, Instant until) implements DetectorState {}

    /// Judges every value.
    record Watching(Instant since) implements DetectorState {}

    /// Goes on learning after an escalation; judges nothing.
    record Cooling(Instant since, Instant until) implements DetectorState {}

    /// `learning`, `active` or `cooldown`.
    default String word() {
        return switch (this) {
            case Learning _ -> "learning";
            case Watching _ -> "active";
            case Cooling _ -> "cooldown";
        };
    }

    /// How long it stays so; zero while watching, which has no end of its own.
    default Duration left(Instant now) {
        Instant until =
                switch (this) {
                    case Learning(_, Instant end) -> end;
                    case Watching _ -> now;
                    case Cooling(_, Instant end) -> end;
                };
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
