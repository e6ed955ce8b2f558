package io.hotlens.app.access;

import io.hotlens.skills.data.Data;

/// What came of a callback.
public sealed interface CallAnswer {

    /// It answered; redacted and bounded.
    record Answered(Data value) implements CallAnswer {}

    /// It did not: a wrong argument, a target that cannot answer, or no consent.
    ///
    /// @param why one sentence
    record Refused(String why) implements CallAnswer {}
}
