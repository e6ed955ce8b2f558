package io.hotlens.app.store;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.target.TargetInfo;

import java.util.Optional;
import java.util.function.Function;

/// What the history needs of a session.
///
/// @param key by what the target is known again after a restart
/// @param ended the whole record of an investigation whose end was published
public record HistorySource(
        EventBus events,
        String key,
        TargetInfo target,
        Function<InvestigationId, Optional<Investigation>> ended) {}
