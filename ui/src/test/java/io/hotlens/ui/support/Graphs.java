package io.hotlens.ui.support;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.Snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Insights over many notifications, the same each time.
public final class Graphs {

    private static final CorrelationType[] TYPES = {
        CorrelationType.CAUSAL, CorrelationType.TEMPORAL
    };

    private Graphs() {}

    /// An insight and what it cites.
    public record Web(Insight insight, List<Notification> cited) {}

    /// Notifications that each hang on one or two earlier ones nearby.
    public static Web web(int size) {
        var random = new Random(42);
        var cited = new ArrayList<Notification>();
        var links = new ArrayList<Insight.Link>();
        for (int i = 0; i < size; i++) {
            cited.add(numbered(i));
            for (int more = 0; i > 0 && more <= random.nextInt(2); more++) {
                Notification cause = cited.get(Math.max(0, i - 1 - random.nextInt(30)));
                if (!cause.equals(cited.get(i))) {
                    links.add(
                            new Insight.Link(
                                    cause.id(),
                                    cited.get(i).id(),
                                    TYPES[random.nextInt(TYPES.length)],
                                    "it holds what the other needs"));
                }
            }
        }
        return new Web(insight(cited, links), cited);
    }

    /// Three that cause each other in a ring.
    public static Web ring() {
        List<Notification> cited =
                List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog());
        var links = new ArrayList<Insight.Link>();
        for (int i = 0; i < cited.size(); i++) {
            links.add(
                    new Insight.Link(
                            cited.get(i).id(),
                            cited.get((i + 1) % cited.size()).id(),
                            CorrelationType.CAUSAL,
                            ""));
        }
        return new Web(insight(cited, links), cited);
    }

    private static Notification numbered(int number) {
        Notification like =
                switch (number % 3) {
                    case 0 -> Samples.deadlock();
                    case 1 -> Samples.starvation();
                    default -> Samples.backlog();
                };
        return copy(
                like,
                new NotificationId("%016x".formatted(number + 100)),
                List.of(snapshot(like.operator().value(), number)),
                like.evidence(),
                number);
    }

    /// A snapshot of its own, in which something has grown.
    private static Snapshot snapshot(String skill, int number) {
        Snapshot like = Samples.snapshot(skill);
        var readings = new LinkedHashMap<>(like.readings());
        readings.put(
                FakeSkill.metric(skill, "threads_total", Unit.COUNT), Reading.of(214 + number));
        return new Snapshot(
                "%016x".formatted(number + 0xb00),
                like.skill(),
                like.capturedAt().plusSeconds(number),
                readings);
    }

    /// The same, with evidence that says since when it has been so.
    public static Notification since(Notification like, long unixMs) {
        return copy(
                like,
                like.id(),
                like.snapshots(),
                Data.fields().put("since_unix_ms", (double) unixMs).build(),
                0);
    }

    private static Notification copy(
            Notification like,
            NotificationId id,
            List<Snapshot> snapshots,
            Data evidence,
            int secondsLater) {
        return new Notification(
                id,
                like.investigation(),
                like.operator(),
                like.type(),
                like.subject(),
                like.severity(),
                like.context(),
                like.observation(),
                like.hypothesis(),
                snapshots,
                evidence,
                like.detectedAt().plusSeconds(secondsLater));
    }

    private static Insight insight(List<Notification> cited, List<Insight.Link> links) {
        Insight like = Samples.insight();
        return new Insight(
                "%016x".formatted(cited.size()),
                like.investigation(),
                like.rootCause(),
                like.severity(),
                like.correlationType(),
                like.confidence(),
                like.confidenceReason(),
                like.summary(),
                like.hypothesisGrounded(),
                like.rootCauseHypothesis(),
                like.matchedObservations(),
                cited.stream().map(Notification::id).toList(),
                links,
                like.recommendation(),
                like.verifyWith(),
                like.createdAt());
    }
}
