package io.hotlens.ui.model;

import io.hotlens.app.session.Session;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.target.Subscription;
import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads what is new of a target once a second, off the JavaFX thread.
public final class VitalsTicker implements Subscription {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /// How often is asked for what costs more and changes less.
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Session target;
    private final InstantSource clock;
    private final Executor screen;
    private final Consumer<Vitals> sink;
    private final Supplier<Normality> normality;
    private final Supplier<String> model;
    private final Thread thread;
    private volatile boolean inFront = true;

    VitalsTicker(Session target, InstantSource clock, Executor screen, Consumer<Vitals> sink) {
        this.target = target;
        this.clock = clock;
        this.screen = screen;
        this.sink = sink;
        normality = new Recent<>(SELDOM, clock, () -> Normality.of(target.monitor()));
        model = new Recent<>(SELDOM, clock, () -> model(target));
        thread = Thread.ofVirtual().name("vitals-ticker").unstarted(this::tick);
    }

    /// Hands fresh vitals to `sink`, on the screen's thread, until it is closed.
    public static VitalsTicker start(
            Session target, InstantSource clock, Executor screen, Consumer<Vitals> sink) {
        var ticker = new VitalsTicker(target, clock, screen, sink);
        ticker.thread.start();
        return ticker;
    }

    private void tick() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                once();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void once() {
        if (inFront) {
            target.look();
        }
        Vitals fresh = read();
        screen.execute(() -> sink.accept(fresh));
    }

    /// Whether the target is on the screen: one that nobody sees is read at its calmer pace.
    public void inFront(boolean shown) {
        inFront = shown;
    }

    /// What the target's history holds now.
    Vitals read() {
        History history = target.history();
        Map<String, Vitals.Vital> byId = new LinkedHashMap<>();
        for (Metric metric : history.metrics()) {
            byId.put(
                    metric.id(),
                    new Vitals.Vital(
                            metric,
                            history.latest(metric),
                            window -> history.series(metric, window)));
        }
        return new Vitals(
                clock.instant(), target.state(), target.cost(), model.get(), normality.get(), byId);
    }

    private static String model(Session target) {
        try {
            List<String> models = target.usualModels();
            return models.isEmpty()
                    ? Messages.text("status.model_rules")
                    : Messages.text("status.model_named", String.join(", ", models));
        } catch (SettingsException _) {
            return Messages.text("status.model_broken");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
