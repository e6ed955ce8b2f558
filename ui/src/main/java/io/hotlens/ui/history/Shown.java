package io.hotlens.ui.history;

import io.hotlens.app.store.Comparison;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.model.Run;

/// What stands beside the list.
sealed interface Shown {

    record Nothing() implements Shown {}

    /// One, as the investigate screen shows it.
    record One(KeptInvestigation kept, Run run) implements Shown {}

    /// Two side by side, the earlier one first.
    record Two(KeptInvestigation before, KeptInvestigation after, Comparison comparison)
            implements Shown {}

    record Failed(Problem problem) implements Shown {}
}
