package io.hotlens.skills.target;

import java.time.Duration;
import java.time.Instant;

/// The span of time of which every event is known: before it nobody listened, after it events may
/// still be on their way.
public record Heard(Instant from, Instant until) {

    /// The newest part of the span, at most `longest` of it.
    public Heard last(Duration longest) {
        Instant earliest = until.minus(longest);
        return earliest.isAfter(from) ? new Heard(earliest, until) : this;
    }

    /// The part after `instant`.
    public Heard since(Instant instant) {
        return instant.isAfter(from) ? new Heard(instant, until) : this;
    }

    /// Its length, not below zero.
    public Duration length() {
        Duration length = Duration.between(from, until);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
