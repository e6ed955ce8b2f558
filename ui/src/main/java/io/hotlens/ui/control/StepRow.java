package io.hotlens.ui.control;

import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;

/// A row of a tree of steps: an operator, one of its steps, or what stands behind a step.
sealed interface StepRow {

    /// The invisible root.
    record Top() implements StepRow {}

    record Group(StepGroup group) implements StepRow {}

    record Step(StepLine line) implements StepRow {}

    record Behind(StepLine.Detail detail) implements StepRow {}
}
