package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The numbers of the overload skill that are read each second, out of the newest look at the
/// pools.
final class OverloadMetrics {

    private final OverloadReader reader;

    OverloadMetrics(OverloadReader reader) {
        this.reader = reader;
    }

    Reading saturated() {
        return of(pools -> pools.stream().filter(Pool::saturated).count());
    }

    /// 0 to 2; a full pool that nobody waits for is only well used.
    Reading severity() {
        return of(
                pools -> {
                    if (pools.stream().anyMatch(Pool::saturated)) {
                        return 2;
                    }
                    return pools.stream().anyMatch(Pool::full) ? 1 : 0;
                });
    }

    Reading maxQueue() {
        return reader.heldPools().stream()
                .filter(pool -> pool.kind().purpose() == Purpose.WORKERS)
                .mapToDouble(Pool::waiting)
                .filter(Double::isFinite)
                .max()
                .stream()
                .mapToObj(Reading::of)
                .findFirst()
                .orElseGet(
                        () -> Reading.unavailable("no worker pool tells its queue by MBeans here"));
    }

    private Reading of(ToDoubleFunction<List<Pool>> number) {
        List<Pool> pools = reader.heldPools();
        return pools.isEmpty()
                ? Reading.unavailable("no pool shows itself by MBeans here")
                : Reading.of(number.applyAsDouble(pools));
    }
}
