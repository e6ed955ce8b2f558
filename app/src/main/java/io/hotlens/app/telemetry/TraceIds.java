package io.hotlens.app.telemetry;

import io.hotlens.app.trace.InvestigationId;
import io.opentelemetry.sdk.trace.IdGenerator;

/// Gives a trace the id of its investigation, so that one is found by the other. Belongs to the
/// thread that begins the spans.
final class TraceIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();
    private String next = random.generateTraceId();

    /// The next trace is the one of this investigation.
    void use(InvestigationId id) {
        next = id.value();
    }

    @Override
    public String generateTraceId() {
        return next;
    }

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }
}
