package io.hotlens.ui.control;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What is known beside a snapshot: earlier ones of its skill, and how its metrics went. Belongs to
/// the JavaFX thread.
public interface SnapshotPast {

    /// How far back series go.
    Duration LATELY = Duration.ofMinutes(5);

    /// Nothing else is known.
    SnapshotPast NONE =
            new SnapshotPast() {
                @Override
                public void earlier(Snapshot than, Consumer<List<Snapshot>> found) {
                    found.accept(List.of());
                }

                @Override
                public Series series(Metric metric) {
                    return Series.EMPTY;
                }

                @Override
                public Instant now() {
                    return Instant.EPOCH;
                }
            };

    /// Looks for earlier snapshots of the same skill.
    ///
    /// @param found told what there is, newest first, once and perhaps later
    void earlier(Snapshot than, Consumer<List<Snapshot>> found);

    /// The last [#LATELY] of a metric; empty when it is not sampled.
    Series series(Metric metric);

    /// Until when [#series(Metric)] goes.
    Instant now();
}
