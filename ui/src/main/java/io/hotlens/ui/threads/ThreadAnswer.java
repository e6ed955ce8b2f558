package io.hotlens.ui.threads;

import io.hotlens.skills.data.Data;

import java.time.Instant;

/// How far a look has come.
///
/// @param data what is known; the last answer while a new one is waited for
/// @param at when it was answered; the epoch when nothing was yet
/// @param asking whether the target is being asked
/// @param problem what went wrong the last time, empty when nothing did
record ThreadAnswer(Data.Fields data, Instant at, boolean asking, String problem) {

    static final ThreadAnswer NONE =
            new ThreadAnswer(Data.fields().build(), Instant.EPOCH, false, "");

    boolean isKnown() {
        return at.isAfter(Instant.EPOCH);
    }

    ThreadAnswer askedAgain() {
        return new ThreadAnswer(data, at, true, "");
    }

    ThreadAnswer failed(String why) {
        return new ThreadAnswer(data, at, false, why);
    }

    ThreadAnswer stopped() {
        return new ThreadAnswer(data, at, false, problem);
    }
}
