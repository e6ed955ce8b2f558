package io.hotlens.app.report;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.skills.data.Data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One step of an investigation in words.
///
/// @param who a skill, or `coordinator`
public record TimelineLine(Instant at, String who, String text) {

    /// The steps that say something to people, oldest first.
    public static List<TimelineLine> of(KeptInvestigation kept) {
        return kept.steps().stream().flatMap(event -> of(event).stream()).toList();
    }

    private static Optional<TimelineLine> of(AppEvent event) {
        if (event instanceof AppEvent.FromOperator(var at, _, var step)) {
            return StepText.of(step.step())
                    .map(text -> new TimelineLine(at, step.skill().value(), text));
        }
        if (event instanceof AppEvent.FromCoordinator(var at, _, var step)) {
            return StepText.of(step.step()).map(text -> new TimelineLine(at, "coordinator", text));
        }
        return Optional.empty();
    }

    Data toData() {
        return Data.fields().put("at", at.toString()).put("who", who).put("text", text).build();
    }
}
