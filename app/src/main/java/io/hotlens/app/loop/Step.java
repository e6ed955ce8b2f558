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

    /// The call asks for what cannot be: an id that was made up, an end that is too early. The
    /// model reads the answer, and the call counts as one that could not be used.
    ///
    /// @param answer `{error, ...}`
    /// @param reason what is wrong, one sentence
    record Refuse<S>(S state, Data answer, String reason) implements Step<S> {}

    /// Go on after a pause, or as soon as there is news.
    record Pause<S>(S state, Duration pause) implements Step<S> {}

    /// The run is over.
    record Finish<S>(S state, Data answer) implements Step<S> {}
}
