package io.hotlens.app.store;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;

import java.time.Instant;
import java.util.Optional;

/// One investigation in the list of those that were kept.
///
/// @param target by what it is known again after a restart
/// @param name of the target, as people call it
/// @param address where it was
/// @param outcome empty when it has not ended, or Hotlens was ended before
/// @param worst the gravest of its findings and conclusions
/// @param cause the likeliest root
/// @param summary of that root in one line; empty when there is none
public record HistoryEntry(
        InvestigationId id,
        String target,
        String name,
        String address,
        String reason,
        Trigger trigger,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome,
        Optional<Severity> worst,
        Optional<Insight.RootCause> cause,
        String summary,
        int findings) {}
