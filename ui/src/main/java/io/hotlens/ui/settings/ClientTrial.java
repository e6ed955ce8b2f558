package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.ui.error.Problem;

/// What became of asking a client once.
sealed interface ClientTrial {

    /// @param number of the attempt, from 1
    record Running(long number) implements ClientTrial {}

    record Done(ModelCheck check) implements ClientTrial {}

    record Failed(Problem problem) implements ClientTrial {}
}
