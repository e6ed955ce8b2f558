package io.hotlens.skills.builtin.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.skill.BadArguments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The monitor's state as data.
final class MonitorAnswers {

    private final Monitor monitor;
    private final InstantSource clock;

    MonitorAnswers(Monitor monitor, InstantSource clock) {
        this.monitor = monitor;
        this.clock = clock;
    }

    Data state() {
        Monitor.Status status = monitor.status();
        Instant now = clock.instant();
        return Data.fields()
                .put("state", status.state().word())
                .putTime("since", since(status.state()))
                .put("left_s", (double) status.state().left(now).toSeconds())
                .put("metrics_collected", status.watched())
                .put("baselines", status.baselines())
                .put("anomaly_count", (double) status.anomalies())
                .put("settings", status.settings().toData())
                .build();
    }

    private static Instant since(DetectorState state) {
        return switch (state) {
            case DetectorState.Learning(Instant since, _) -> since;
            case DetectorState.Watching(Instant since) -> since;
            case DetectorState.Cooling(Instant since, _) -> since;
        };
    }

    Data baseline(String skill, String metric) {
        String id = known(skill, metric);
        Optional<Baseline> learned = monitor.baseline(id);
        if (learned.isEmpty()) {
            return Data.fields()
                    .put("metric", id)
                    .put("values", 0)
                    .put("note", "no value yet; the first comes within the collection interval")
                    .build();
        }
        Baseline baseline = learned.get();
        var fields =
                Data.fields()
                        .put("metric", id)
                        .putTime("learned_at", baseline.at())
                        .put("values", (double) baseline.values())
                        .put("level", baseline.level())
                        .put("lowest", baseline.lowest())
                        .put("highest", baseline.highest())
                        .put("usual_step", baseline.step())
                        .put("expected_by", baseline.ways().best());
        monitor.band(id)
                .ifPresent(
                        band ->
                                fields.put("expected_low", band.low())
                                        .put("expected", band.expected())
                                        .put("expected_high", band.high()));
        return fields.build();
    }

    Data anomalies(int limit) {
        Instant now = clock.instant();
        return Page.of(monitor.anomalies().stream().map(one -> aged(one, now)).toList(), limit)
                .toData();
    }

    private static Data aged(Anomaly anomaly, Instant now) {
        var fields = Data.fields();
        anomaly.toData().values().forEach(fields::put);
        return fields.put("age_s", (double) Duration.between(anomaly.at(), now).toSeconds())
                .build();
    }

    Data history(String skill, String metric, int seconds, int limit) {
        String id = known(skill, metric);
        Series held = monitor.series(id, Duration.ofSeconds(seconds));
        List<Series.Point> points = held.points();
        List<Series.Point> shown =
                points.subList(Math.max(0, points.size() - limit), points.size());
        return Data.fields()
                .put("metric", id)
                .put("window_s", (double) held.span().toSeconds())
                .put("total", points.size())
                .put("showing", shown.size())
                .put(
                        "items",
                        shown.stream()
                                .map(
                                        point ->
                                                (Data)
                                                        Data.fields()
                                                                .putTime("at", point.at())
                                                                .put("value", point.value())
                                                                .build())
                                .toList())
                .build();
    }

    private String known(String skill, String metric) {
        String id = skill + "." + metric;
        if (!monitor.knows(id)) {
            throw new BadArguments(
                    "the monitor watches no metric '%s'; snapshots of the skills have the names"
                            .formatted(id));
        }
        return id;
    }
}
