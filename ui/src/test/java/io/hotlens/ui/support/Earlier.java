package io.hotlens.ui.support;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistorySource;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.Subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Two investigations of the deadlocked service: the deadlock at noon, a backlog alone an hour
/// later.
public final class Earlier {

    public static final InvestigationId LATER =
            new InvestigationId("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb");

    private Earlier() {}

    /// Keeps both.
    public static void keep(HistoryKeeper history) {
        var bus = new EventBus();
        Subscription following =
                history.follow(
                        new HistorySource(
                                bus,
                                Samples.target().name(),
                                Samples.target(),
                                _ -> Optional.empty()));
        Script.deadlocked().concluded(Samples.insight()).events().forEach(bus::publish);
        later().forEach(bus::publish);
        following.close();
    }

    private static List<AppEvent> later() {
        List<AppEvent> steps =
                new Script(LATER)
                        .started("slow after the restart")
                        .notified("heap", again(Samples.backlog()))
                        .ended(new Outcome.Truncated("300 s"))
                        .events();
        var begun =
                new AppEvent.InvestigationStarted(
                        Samples.NOON.plus(Duration.ofHours(1)), LATER, "slow after the restart");
        return Stream.concat(Stream.of(begun), steps.stream().skip(1)).toList();
    }

    private static Notification again(Notification found) {
        return new Notification(
                new NotificationId("00000000000000f3"),
                LATER,
                found.operator(),
                found.type(),
                found.subject(),
                found.severity(),
                found.context(),
                found.observation(),
                found.hypothesis(),
                found.snapshots(),
                found.evidence(),
                found.detectedAt());
    }
}
