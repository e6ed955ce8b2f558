package io.hotlens.app.telemetry;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.RunId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.skill.SkillId;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// One step of Hotlens, flat.
///
/// @param run of an operator; empty for the coordinator
/// @param skill of the operator that did it, or that the coordinator's step is about
/// @param iteration of the operator's or coordinator's loop; 0 outside one
/// @param measurements numbers by name, with the unit in the name
/// @param metadata words and texts by name
public record TelemetryEvent(
        TelemetryName name,
        Instant at,
        Optional<InvestigationId> investigation,
        Optional<RunId> run,
        Optional<SkillId> skill,
        int iteration,
        SequencedMap<String, Double> measurements,
        Data.Fields metadata) {

    public TelemetryEvent {
        measurements = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(measurements));
    }

    /// The number called so; 0 when there is none.
    double measured(TelemetryField field) {
        return measurements.getOrDefault(field.word(), 0.0);
    }

    /// The word or text called so; empty when there is none.
    String said(TelemetryField field) {
        return metadata.text(field.word()).orElse("");
    }

    /// The truth value called so; false when there is none.
    boolean holds(TelemetryField field) {
        return metadata.get(field.word()).equals(Optional.of(Data.of(true)));
    }

    /// `{name, at, investigation?, run?, skill?, iteration?, measurements, metadata}`.
    public Data.Fields toData() {
        FieldsBuilder data =
                Data.fields().put("name", name.word()).put("at", Data.of(at.toString()));
        investigation.ifPresent(id -> data.put("investigation", id.value()));
        run.ifPresent(id -> data.put("run", id.value()));
        skill.ifPresent(id -> data.put("skill", id.value()));
        if (iteration > 0) {
            data.put("iteration", iteration);
        }
        var numbers = Data.fields();
        measurements.forEach(numbers::put);
        return data.put("measurements", numbers.build()).put("metadata", metadata).build();
    }
}
