package io.hotlens.skills.sampling;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;

/// The pools of connections and workers that show themselves by MBeans, over the last ten minutes;
/// several skills look at them. They are looked for each minute and read each 5 s, twenty at most.
public final class PoolHistory {

    /// Every pool at one moment.
    public record Look(Instant at, List<Pool> pools) {
        public Look {
            pools = List.copyOf(pools);
        }
    }

    private record Bean(PoolKind kind, String name) {}

    private static final Duration DISCOVERY = Duration.ofMinutes(1);
    private static final int LOOKS = 600;
    private static final int MOST_POOLS = 20;

    private final MBeanReader beans;
    private final InstantSource clock;
    private final Recent<List<Bean>> found;
    private final Map<String, Double> fixedMax = new ConcurrentHashMap<>();
    private final RingBuffer<Look> looks = new RingBuffer<>(LOOKS);
    private final ReentrantLock looking = new ReentrantLock();

    public PoolHistory(MBeanReader beans, InstantSource clock) {
        this.beans = beans;
        this.clock = clock;
        this.found = new Recent<>(DISCOVERY, clock, this::discover);
    }

    /// Reads every pool; the sampler does this each five seconds.
    public void sample() {
        now(Duration.ZERO);
    }

    /// A look not older than `age`: the newest one held, or a new one.
    ///
    /// @throws TargetException when the target does not answer
    public Look now(Duration age) {
        looking.lock();
        try {
            List<Look> held = looks.newestFirst();
            Instant now = clock.instant();
            if (!held.isEmpty() && held.getFirst().at().isAfter(now.minus(age))) {
                return held.getFirst();
            }
            var look = new Look(now, found.get().stream().map(this::read).toList());
            looks.add(look);
            return look;
        } finally {
            looking.unlock();
        }
    }

    /// The looks of the last `window`, oldest first.
    public List<Look> looks(Duration window) {
        Instant from = clock.instant().minus(window);
        return looks.oldestFirst().stream().filter(look -> !look.at().isBefore(from)).toList();
    }

    /// One number of one pool over the last `window`.
    public Series series(Pool pool, ToDoubleFunction<Pool> number, Duration window) {
        var points = new ArrayList<Series.Point>();
        for (Look look : looks(window)) {
            look.pools().stream()
                    .filter(one -> one.kind() == pool.kind() && one.name().equals(pool.name()))
                    .mapToDouble(number)
                    .filter(Double::isFinite)
                    .forEach(value -> points.add(new Series.Point(look.at(), value)));
        }
        return new Series(points);
    }

    /// Since when the pool has been saturated at every look; the newest look's time when it is not.
    public Instant saturatedSince(Pool pool) {
        Instant since = clock.instant();
        for (Look look : looks.newestFirst()) {
            boolean saturated =
                    look.pools().stream()
                            .anyMatch(
                                    one ->
                                            one.kind() == pool.kind()
                                                    && one.name().equals(pool.name())
                                                    && one.saturated());
            if (!saturated) {
                break;
            }
            since = look.at();
        }
        return since;
    }

    private List<Bean> discover() {
        var all = new ArrayList<Bean>();
        for (PoolKind kind : PoolKind.values()) {
            beans.find(kind.pattern()).stream()
                    .filter(kind::isPool)
                    .map(name -> new Bean(kind, name))
                    .forEach(all::add);
        }
        return all.stream().limit(MOST_POOLS).toList();
    }

    private Pool read(Bean bean) {
        PoolKind kind = bean.kind();
        Map<String, Data> values = values(bean.name(), kind.attributes());
        double max = kind == PoolKind.HIKARI ? hikariMax(bean.name()) : number(values, kind.max());
        return new Pool(
                kind.name(bean.name(), values),
                kind,
                number(values, kind.active()),
                number(values, kind.idle()),
                max > 0 ? max : Double.NaN,
                number(values, kind.waiting()));
    }

    /// A pool that is closed between two discoveries has no values.
    private Map<String, Data> values(String bean, List<String> attributes) {
        try {
            return beans.get(bean, attributes);
        } catch (TargetException.Unsupported _) {
            return Map.of();
        }
    }

    /// The size stands in the bean of the configuration.
    private double hikariMax(String bean) {
        return fixedMax.computeIfAbsent(
                bean,
                name ->
                        number(
                                values(
                                        name.replace("type=Pool (", "type=PoolConfig ("),
                                        List.of("MaximumPoolSize")),
                                "MaximumPoolSize"));
    }

    private static double number(Map<String, Data> values, String attribute) {
        return values.getOrDefault(attribute, Data.NOTHING) instanceof Data.Num(double value)
                ? value
                : Double.NaN;
    }
}
