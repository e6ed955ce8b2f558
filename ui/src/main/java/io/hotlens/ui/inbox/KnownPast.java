package io.hotlens.ui.inbox;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.control.SnapshotPast;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a target's notifications and its sampled metrics tell of the time before a snapshot.
/// Belongs to the JavaFX thread; it is looked for off it.
record KnownPast(TargetModel model, Tasks tasks) implements SnapshotPast {

    private static final int MOST = 50;

    @Override
    public void earlier(Snapshot than, Consumer<List<Snapshot>> found) {
        List<FoundItem> items = List.copyOf(model.findings().items());
        tasks.run(() -> earlier(items, than), found, _ -> {});
    }

    private static List<Snapshot> earlier(List<FoundItem> items, Snapshot than) {
        Map<String, Snapshot> byId = new LinkedHashMap<>();
        for (FoundItem item : items) {
            for (Snapshot one : item.notification().snapshots()) {
                if (one.skill().equals(than.skill())
                        && one.capturedAt().isBefore(than.capturedAt())) {
                    byId.putIfAbsent(one.id(), one);
                }
            }
        }
        return byId.values().stream()
                .sorted(Comparator.comparing(Snapshot::capturedAt).reversed())
                .limit(MOST)
                .toList();
    }

    @Override
    public Series series(Metric metric) {
        return model.vitals()
                .get()
                .vital(metric.id())
                .map(vital -> vital.series(LATELY))
                .orElse(Series.EMPTY);
    }

    @Override
    public Instant now() {
        return model.vitals().get().at();
    }
}
