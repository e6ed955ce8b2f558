package io.hotlens.skills.skill;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A skill's readings at one moment: the evidence that a notification cites.
///
/// @param id 16 lowercase hex digits
public record Snapshot(
        String id, SkillId skill, Instant capturedAt, SequencedMap<Metric, Reading> readings) {

    public Snapshot {
        if (!id.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("'" + id + "' is not a snapshot id");
        }
        readings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(readings));
    }

    /// `{id, captured_at, unix_ms, data}`.
    public Data.Fields toData() {
        var data = Data.fields();
        readings.forEach((metric, reading) -> data.put(metric.name(), reading.toData()));
        return Data.fields()
                .put("id", id)
                .put("skill", skill.value())
                .putTime("captured_at", capturedAt)
                .put("data", data.build())
                .build();
    }
}
