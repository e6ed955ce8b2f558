package io.hotlens.skills.builtin.heap;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads caches that show themselves by MBeans: looked for each minute, read when asked.
final class CacheReader {

    private static final Duration DISCOVERY = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final int LOOKS = 60;
    private static final int MOST_CACHES = 50;

    private record Bean(CacheBeans kind, String name) {}

    private final MBeanReader beans;
    private final InstantSource clock;
    private final Recent<List<Bean>> found;
    private final Recent<List<Cache>> now;
    private final RingBuffer<List<Cache>> looks = new RingBuffer<>(LOOKS);

    CacheReader(MBeanReader beans, InstantSource clock) {
        this.beans = beans;
        this.clock = clock;
        this.found = new Recent<>(DISCOVERY, clock, this::discover);
        this.now = new Recent<>(FRESH, clock, this::look);
    }

    /// How many there are, at the newest discovery.
    int count() {
        return found.get().size();
    }

    /// The caches now.
    List<Cache> caches() {
        return now.get();
    }

    /// What the cache did since the earliest look of the last minute; an empty window at the first.
    Cache.Use recent(Cache cache) {
        Instant from = clock.instant().minus(RECENT);
        Cache earliest =
                looks.oldestFirst().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.isSame(cache) && one.at().isAfter(from))
                        .findFirst()
                        .orElse(cache);
        return cache.since(earliest);
    }

    private List<Bean> discover() {
        var all = new ArrayList<Bean>();
        for (CacheBeans kind : CacheBeans.values()) {
            beans.find(kind.pattern()).forEach(name -> all.add(new Bean(kind, name)));
        }
        return all.stream().limit(MOST_CACHES).toList();
    }

    private List<Cache> look() {
        Instant at = clock.instant();
        List<Cache> read = found.get().stream().map(bean -> read(bean, at)).toList();
        looks.add(read);
        return read;
    }

    private Cache read(Bean bean, Instant at) {
        CacheBeans kind = bean.kind();
        Map<String, Data> values = values(bean);
        return new Cache(
                Beans.key(bean.name(), kind.nameKey()),
                kind.title(),
                at,
                number(values, kind.hits()),
                number(values, kind.misses()),
                number(values, kind.evictions()),
                number(values, kind.entries()));
    }

    /// A cache that is closed between two discoveries has no values.
    private Map<String, Data> values(Bean bean) {
        try {
            return beans.get(bean.name(), bean.kind().attributes());
        } catch (TargetException.Unsupported _) {
            return Map.of();
        }
    }

    private static double number(Map<String, Data> values, String attribute) {
        return values.getOrDefault(attribute, Data.NOTHING) instanceof Data.Num(double value)
                ? value
                : Double.NaN;
    }
}
