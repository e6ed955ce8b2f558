package io.hotlens.app.telemetry;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.RunId;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A telemetry event in the making; it takes only what its name declares.
final class EventDraft {

    private static final double NANOS_PER_MS = 1e6;

    private final TelemetryName name;
    private final Instant at;
    private Optional<InvestigationId> investigation = Optional.empty();
    private Optional<RunId> run = Optional.empty();
    private Optional<SkillId> skill = Optional.empty();
    private int iteration;
    private final LinkedHashMap<String, Double> measurements = new LinkedHashMap<>();
    private final FieldsBuilder metadata = Data.fields();

    EventDraft(TelemetryName name, Instant at) {
        this.name = name;
        this.at = at;
    }

    EventDraft of(InvestigationId id, int inIteration) {
        investigation = Optional.of(id);
        iteration = inIteration;
        return this;
    }

    EventDraft by(RunId id, SkillId operator) {
        run = Optional.of(id);
        return about(operator);
    }

    EventDraft about(SkillId id) {
        skill = Optional.of(id);
        return this;
    }

    EventDraft put(TelemetryField field, double value) {
        checkDeclared(field, field.kind() == TelemetryField.Kind.MEASURE);
        measurements.put(field.word(), value);
        return this;
    }

    EventDraft put(TelemetryField field, Duration value) {
        return put(field, value.toNanos() / NANOS_PER_MS);
    }

    EventDraft put(TelemetryField field, boolean value) {
        return put(field, Data.of(value));
    }

    /// Leaves an empty text out.
    EventDraft put(TelemetryField field, String value) {
        return value.isEmpty() ? this : put(field, Data.of(value));
    }

    EventDraft put(TelemetryField field, Data value) {
        checkDeclared(field, field.kind() != TelemetryField.Kind.MEASURE);
        metadata.put(field.word(), value);
        return this;
    }

    EventDraft put(Usage usage) {
        return put(TelemetryField.INPUT_TOKENS, usage.inputTokens())
                .put(TelemetryField.OUTPUT_TOKENS, usage.outputTokens())
                .put(TelemetryField.COST_USD, usage.money());
    }

    private void checkDeclared(TelemetryField field, boolean rightKind) {
        if (!rightKind || !name.fields().contains(field)) {
            throw new IllegalArgumentException(name + " does not declare such a " + field);
        }
    }

    TelemetryEvent build() {
        return new TelemetryEvent(
                name, at, investigation, run, skill, iteration, measurements, metadata.build());
    }
}
