package io.hotlens.skills.target;

/// What one look at a target told about its life.
sealed interface Beat {

    /// It answered.
    record Alive() implements Beat {}

    /// Neither answered nor silent for long enough to say so.
    record Undecided() implements Beat {}

    /// It does not answer.
    record Silent(String why) implements Beat {}

    /// It is gone, or another one is in its place.
    record Over(String why) implements Beat {}
}
