package io.hotlens.app.session;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.monitor.AutoTrigger;
import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorEvent;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lets follow what the monitor of a session notices: an investigation, a notification, and what
/// was learned is kept.
final class MonitorDesk implements AutoCloseable {

    private static final Logger LOG = System.getLogger(MonitorDesk.class.getName());
    private static final String ALERT = "alert";
    private static final String SWITCHED_OFF =
            "investigations that begin by themselves are switched off in the settings";

    private final Setup setup;
    private final Monitor monitor;
    private final Engine engine;
    private final Function<SkillId, Snapshot> snapshots;
    private final AutoTrigger trigger;
    private final Subscription listening;

    /// @param choices what the user chooses now
    /// @param keep takes what was learned, for the next connection
    record Setup(Supplier<MonitorChoices> choices, Consumer<List<Baseline>> keep) {}

    MonitorDesk(
            Setup setup,
            Monitor monitor,
            Engine engine,
            LiveInvestigations investigations,
            Function<SkillId, Snapshot> snapshots) {
        this.setup = setup;
        this.monitor = monitor;
        this.engine = engine;
        this.snapshots = snapshots;
        this.trigger =
                new AutoTrigger(
                        new AutoTrigger.Investigator() {
                            @Override
                            public boolean isBusy() {
                                return !investigations.running().isEmpty();
                            }

                            @Override
                            public InvestigationId start(String reason) {
                                return investigations
                                        .startByItself(InvestigationRequest.of(reason))
                                        .id();
                            }
                        });
        this.listening = monitor.listen(this::notice);
    }

    private void notice(MonitorEvent event) {
        publish(new MonitorStep.Noticed(event));
        switch (event) {
            case MonitorEvent.Escalated(var at, var escalation, _) -> {
                MonitorChoices now = setup.choices().get();
                String reason = escalation.summary();
                publish(
                        now.autoTrigger()
                                ? trigger.trigger(at, reason, now.triggersPerHour())
                                : new MonitorStep.NotTriggered(reason, SWITCHED_OFF));
            }
            case MonitorEvent.AlertRaised alert ->
                    Thread.ofVirtual().name("hotlens-alert").start(() -> alert(alert));
            case MonitorEvent.LearningComplete _, MonitorEvent.Settled _ -> keep();
            case MonitorEvent.AnomalyFound _, MonitorEvent.CooldownOver _ -> {}
        }
    }

    private void alert(MonitorEvent.AlertRaised alert) {
        String said =
                "%s is %.4g: the rule '%s' holds"
                        .formatted(alert.metric().id(), alert.value(), alert.rule().text());
        try {
            var id = new SkillId(alert.metric().skill());
            var notification =
                    new Notification(
                            NotificationId.random(),
                            InvestigationId.random(),
                            id,
                            ALERT,
                            alert.metric().id(),
                            Severity.WARNING,
                            "a rule of yours: " + alert.rule().text(),
                            said,
                            Optional.empty(),
                            List.of(snapshots.apply(id)),
                            Data.fields().put("value", alert.value()).build(),
                            alert.at());
            engine.book().add(notification);
            publish(new MonitorStep.Alerted(notification));
        } catch (TargetException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, () -> "an alert has no snapshot: " + said + ": " + e);
        }
        MonitorChoices now = setup.choices().get();
        if (now.alertsTrigger()) {
            publish(trigger.trigger(alert.at(), said, now.triggersPerHour()));
        }
    }

    private void publish(MonitorStep step) {
        Instant now = engine.bench().clock().instant();
        engine.bus().publish(new AppEvent.FromMonitor(now, step));
    }

    private void keep() {
        Thread.ofVirtual()
                .name("hotlens-baselines")
                .start(() -> setup.keep().accept(monitor.baselines()));
    }

    /// Keeps what was learned, unless it is too little to judge by.
    @Override
    public void close() {
        listening.close();
        if (!(monitor.status().state() instanceof DetectorState.Learning)) {
            setup.keep().accept(monitor.baselines());
        }
    }
}
