package io.hotlens.ui.investigate;

import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;

/// A row of the timeline: an operator, one of its steps, or what stands behind a step.
sealed interface TimelineRow {

    /// The invisible root.
    record Top() implements TimelineRow {}

    record Group(StepGroup group) implements TimelineRow {}

    record Step(StepLine line) implements TimelineRow {}

    record Behind(StepLine.Detail detail) implements TimelineRow {}
}
