package io.hotlens.ui.metrics;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.target.Subscription;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Reads attributes of MBeans every two seconds while somebody wants them, all in one script, and
/// keeps their last half hour. Safe from any thread.
public final class AttributeWatch implements Subscription {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int POINTS = 900;

    private final Function<String, LuaOutcome> scripts;
    private final InstantSource clock;
    private final Map<OfAttribute, RingBuffer<Series.Point>> values = new ConcurrentHashMap<>();
    private final Map<OfAttribute, String> problems = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofVirtual().name("attribute-watch").unstarted(this::run);
    private final Semaphore news = new Semaphore(0);
    private volatile Set<OfAttribute> wanted = Set.of();

    /// Reads from now on what is wanted.
    ///
    /// @param scripts runs Lua on the target; blocks
    public static AttributeWatch start(Function<String, LuaOutcome> scripts, InstantSource clock) {
        var watch = new AttributeWatch(scripts, clock);
        watch.thread.start();
        return watch;
    }

    AttributeWatch(Function<String, LuaOutcome> scripts, InstantSource clock) {
        this.scripts = scripts;
        this.clock = clock;
    }

    /// Reads these from now on, and forgets others.
    void want(Set<OfAttribute> attributes) {
        if (!wanted.equals(attributes)) {
            wanted = Set.copyOf(attributes);
            values.keySet().retainAll(attributes);
            problems.keySet().retainAll(attributes);
            news.release();
        }
    }

    Series series(OfAttribute attribute) {
        RingBuffer<Series.Point> known = values.get(attribute);
        return known == null ? Series.EMPTY : new Series(known.oldestFirst());
    }

    /// Why there was no value the last time; empty when there was one.
    String problem(OfAttribute attribute) {
        return problems.getOrDefault(attribute, "");
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                read();
                if (news.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads what is wanted once.
    void read() {
        List<OfAttribute> asked = List.copyOf(wanted);
        if (asked.isEmpty()) {
            return;
        }
        List<OfAttribute> whole = asked.stream().map(AttributeWatch::whole).distinct().toList();
        Instant at = clock.instant();
        switch (scripts.apply(BeanScripts.read(whole))) {
            case LuaOutcome.Value value when value.result() instanceof Data.Items(var answers) ->
                    asked.forEach(one -> take(one, at, answer(answers, whole.indexOf(whole(one)))));
            case LuaOutcome.Value _ -> asked.forEach(one -> miss(one, ""));
            case LuaOutcome.Failure failure -> asked.forEach(one -> miss(one, failure.message()));
        }
    }

    private static OfAttribute whole(OfAttribute one) {
        return new OfAttribute(one.bean(), one.attribute(), List.of());
    }

    private static Data.Fields answer(List<Data> answers, int index) {
        return index < answers.size() && answers.get(index) instanceof Data.Fields fields
                ? fields
                : Data.fields().build();
    }

    private void take(OfAttribute one, Instant at, Data.Fields answer) {
        Data value = BeanScripts.at(answer.get("value").orElse(Data.NOTHING), one.path());
        if (value instanceof Data.Num(double number)) {
            problems.remove(one);
            values.computeIfAbsent(one, _ -> new RingBuffer<>(POINTS))
                    .add(new Series.Point(at, number));
        } else {
            miss(one, answer.text("problem").orElse(""));
        }
        if (!wanted.contains(one)) {
            values.remove(one);
            problems.remove(one);
        }
    }

    private void miss(OfAttribute one, String why) {
        problems.put(one, why.isEmpty() ? Messages.text("bean.no_number") : why);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
