package io.hotlens.app.loop;

import io.hotlens.skills.data.Data;

import java.time.Duration;

/// What follows from one tool call.
///
/// @param <S> the state of the role
public sealed interface Step<S> {

    S state();

    /// Go on; the model reads the answer.
    record Continue<S>(S state, Data answer) implements Step<S> {}

    /// Go on after a pause, or as soon as there is news.
    record Pause<S>(S state, Duration pause) implements Step<S> {}

    /// The run is over.
    record Finish<S>(S state, Data answer) implements Step<S> {}
}
